//! What can go wrong outside the data: files, disk, templates. Bad data is a [`crate::model::Finding`] instead.

use std::path::PathBuf;

use crate::model::Value;

/// An error that keeps the program from running; the exit status is 2.
///
/// The text for the reader stands in `templates/messages`, under the key of [`Error::explain`].
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder can't be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The campaign file, a profile, a reference list or a template is wrong.
    #[error("{file}: {what:?}")]
    Setup {
        /// The file, as the user knows it.
        file: String,
        /// What is wrong with it and what to do, as a message.
        what: Value,
    },
    /// The output folder holds this file, which the program did not write.
    #[error("{0}: not written by this program")]
    OutputTaken(PathBuf),
    /// Another run is writing to this output folder.
    #[error("{0}: another run writes there")]
    OutputBusy(PathBuf),
    /// This output folder can't give way to the new one: a program holds a file of it open.
    #[error("{0}: held by another program")]
    OutputHeld(PathBuf),
    /// The user stopped the run.
    #[error("stopped")]
    Stopped,
    /// Findings of severity error stand in the way of a final report, and `--strict` was given.
    #[error("findings of severity error")]
    Strict,
    /// A document could not be rendered: a template is broken.
    #[error("{document}: {detail}")]
    Render {
        /// The document.
        document: String,
        /// What the renderer says.
        detail: String,
    },
}

/// A result that fails for a reason outside the data.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Makes an input or output error with its path.
    pub fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |source| Error::Io { path, source }
    }

    /// Makes a setup error.
    pub fn setup(file: impl Into<String>, what: Value) -> Error {
        Error::Setup { file: file.into(), what }
    }

    /// Gives the message that tells a reader what happened and what to do.
    pub fn explain(&self) -> Value {
        match self {
            Error::Io { path, source } => Value::phrase(
                "error-io",
                [("path", Value::code(path.to_string_lossy())), ("detail", Value::code(source.to_string()))],
            ),
            Error::Setup { file, what } => {
                Value::phrase("error-setup", [("file", Value::code(file)), ("what", what.clone())])
            }
            Error::OutputTaken(path) => {
                Value::phrase("error-output-taken", [("path", Value::code(path.to_string_lossy()))])
            }
            Error::OutputBusy(path) => {
                Value::phrase("error-output-busy", [("path", Value::code(path.to_string_lossy()))])
            }
            Error::OutputHeld(path) => {
                Value::phrase("error-output-held", [("path", Value::code(path.to_string_lossy()))])
            }
            Error::Stopped => Value::key("error-stopped"),
            Error::Strict => Value::key("error-strict"),
            Error::Render { document, detail } => {
                Value::phrase("error-render", [("document", Value::code(document)), ("detail", Value::code(detail))])
            }
        }
    }
}
