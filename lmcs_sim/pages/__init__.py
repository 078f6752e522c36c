"""Pages: what is shown outside a terminal. The debrief as a file, in Markdown and as a web page."""
