"""The plain face: appended lines, each block opened by a word. No cursor moves, no boxes, no colour."""
