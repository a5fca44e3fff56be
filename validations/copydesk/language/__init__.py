"""What is known of language, pure: one module a subject. No module here imports a sibling room."""
