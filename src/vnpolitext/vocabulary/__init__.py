"""Words that several finders know: family names, bodies, offices; read once from the models."""
