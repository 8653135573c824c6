"""Programs that are generated from operations, and the directory that they are written into."""

from callsheet.samples.files import Reason, Stale, stale_samples, write_samples
from callsheet.samples.python import python_sample
from callsheet.samples.sample import Sample

__all__ = ["Reason", "Sample", "Stale", "python_sample", "stale_samples", "write_samples"]
