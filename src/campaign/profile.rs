//! Reading mapping profiles.

use crate::error::Result;
use crate::model::Profile;

/// Reads the text of a mapping profile.
pub fn read(_name: &str, _text: &str) -> Result<Profile> {
    Ok(Profile::default())
}
