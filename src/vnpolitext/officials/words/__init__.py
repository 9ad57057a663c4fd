"""The words of names and offices, and the tokens that a text is read in.

`lexicon` and `grammar` read the words of the model, `gazetteer` the names of units; `zones` says
which stretches of a text are worth reading, `tokens` cuts them; `gaps` and `giving` say what the
words between two phrases do.
"""
