"""The sandbox: the reference server, and the programs that ask it, inside a page of the site.

`runtime` installs the Python of the browser, `archive` collects the code that runs there,
`model_files` writes what the server answers from, and `inside` is what runs in the page.
"""
