"""JSON Schemas of the files that authors write, so that any editor that knows TOML completes and checks them."""
