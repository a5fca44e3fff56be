"""copydesk: a data-quality gate for news datasets."""
