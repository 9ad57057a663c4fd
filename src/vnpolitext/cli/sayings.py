"""What the library says when something is wrong, as far as it is said in other languages.

``{0}``, ``{1}`` stand for what differs. The catalogues have these by their English words; a message
that stands not here is said in English.
"""

from __future__ import annotations

from typing import Final

from vnpolitext.views.language import noted

SAYINGS: Final = (
    noted("interrupted"),
    # of the library of the command line itself
    noted("Missing argument '{0}'."),
    noted("Missing option '{0}'."),
    noted("Missing command."),
    noted("No such option: {0} (Possible options: {1})"),
    noted("No such option: {0}"),
    noted("{0} Did you mean {1}?"),
    noted("No such command {0}."),
    noted("Option '{0}' requires an argument."),
    noted("Option '{0}' does not take a value."),
    noted("Got unexpected extra argument(s) ({0})"),
    noted("Invalid value for '{0}': {1}"),
    noted("Input should be a valid integer, unable to parse string as an integer"),
    noted("Input should be a valid number, unable to parse string as a number"),
    noted("Value error, {0} is not one of {1}."),
    noted("no language {0}; there are {1}"),
    noted("{0}: no such file or folder"),
    noted("{0}: no such file"),
    noted("{0}: no such folder"),
    noted("{0}: no folder, but a file"),
    noted("{0}: a folder without articles"),
    noted("{0}: a folder, where one file is wanted"),
    noted("{0}: a folder, not a file"),
    noted("{0}: encrypted with a password"),
    noted("{0}: a damaged or truncated zip file ({1})"),
    noted("{0}: not a readable CSV file ({1})"),
    noted("{0}: not a readable Excel file ({1})"),
    noted("{0}: not a readable Parquet file ({1})"),
    noted("{0}: not readable JSON ({1})"),
    noted("{0}: needs openpyxl: {1}"),
    noted("{0}: needs warcio: {1}"),
    noted("{0}: no store, it has no store.json"),
    noted("{0}: not a readable store ({1})"),
    noted("{0}: another run is working on this store"),
    noted("{0}: a store of another format than {1}"),
    noted("{0}: a folder with other files, not a store"),
    noted("{0}: No such file or directory"),
    noted("{0}: Permission denied"),
    noted("{0}: Is a directory"),
    noted("- (standard input) stands alone"),
    noted("standard input is closed"),
    noted("--format {0} writes several tables: name a folder with -o"),
    noted("a store takes files, folders, and rows on standard input, not one text"),
    noted(
        "{0}: analyze writes .jsonl and .json files, and folders; "
        "export writes other files of a store"
    ),
    noted("{0}: a file, not a store"),
    noted("{0}: {1}, which can hold many articles; read it as a corpus"),
    noted("a Parquet file"),
    noted("{0}: a {1} file can hold many articles; read it as a corpus"),
    noted("--column takes name=column, not {0}"),
    noted("no format {0}; there are {1}"),
    noted("no kind {0}; there are {1}"),
    noted("no language {0}; there are {1}"),
)
