"""What holds for all tests."""

import os

from hypothesis import settings

# A run must not fail by the luck of the draw: `HYPOTHESIS_PROFILE=default` looks for new examples.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
