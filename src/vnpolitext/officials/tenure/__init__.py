"""When an office was held, and whether it still is.

`moments` reads dates and periods; `dates`, `beside`, `holders`, `rows`, `terms` and `decisions` say
which of them an office has; `status` reads the words before an office, `eras` and `deaths` the time
that the text tells of, and `settle` puts together what the offices of one person say.
"""
