"""Everything that talks to a language model, at an endpoint or embedded in the process."""
