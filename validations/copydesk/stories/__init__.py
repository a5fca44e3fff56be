"""Near-duplicate stories: kernels that take and give Arrow, and one plan that every engine runs."""
