"""Controls: values in, past-tense signals out. They know no records, no tasks and no screens."""
