"""Imports recorded exchanges: Postman collections and HAR files."""
