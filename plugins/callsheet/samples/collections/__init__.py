"""All sample requests as collections of API clients, each with a test of its status."""
