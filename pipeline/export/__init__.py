"""The database as files that other tools read, with a description of every column and checksums.

Each form of files is one module with one function ``write(reader, directory)`` that fills an empty directory; the forms
are listed in ``forms``. ``bundle`` puts the wanted ones together.
"""
