//! The command line: arguments and messages, one file a command.
