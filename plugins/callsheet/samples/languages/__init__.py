"""The languages of programs, a module each."""
