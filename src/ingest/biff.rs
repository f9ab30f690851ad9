//! What the two binary formats of Excel have in common: numbers, errors and texts of their records.

use super::feed::Stop;
use crate::model::RawValue;

/// The bytes of one record. What lies past its end is a damaged file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'b>(pub &'b [u8]);

impl<'b> Bytes<'b> {
    /// Gives the bytes from a place to the end.
    pub fn from(self, at: usize) -> Result<&'b [u8], Stop> {
        self.0.get(at..).ok_or(Stop::because("reason-damaged"))
    }

    fn array<const N: usize>(self, at: usize) -> Result<[u8; N], Stop> {
        self.from(at)?.first_chunk().copied().ok_or(Stop::because("reason-damaged"))
    }

    pub fn u8(self, at: usize) -> Result<u8, Stop> {
        Ok(u8::from_le_bytes(self.array(at)?))
    }

    pub fn u16(self, at: usize) -> Result<u16, Stop> {
        Ok(u16::from_le_bytes(self.array(at)?))
    }

    pub fn u32(self, at: usize) -> Result<u32, Stop> {
        Ok(u32::from_le_bytes(self.array(at)?))
    }

    pub fn f64(self, at: usize) -> Result<f64, Stop> {
        Ok(f64::from_le_bytes(self.array(at)?))
    }

    /// Reads a number of four bytes: an integer of 30 bits or the upper half of a float, perhaps in hundredths.
    pub fn rk(self, at: usize) -> Result<f64, Stop> {
        let word = self.u32(at)?;
        let number = match word & 2 {
            0 => f64::from_bits(u64::from(word & !3) << 32),
            _ => f64::from(word as i32 >> 2),
        };
        Ok(if word & 1 == 1 { number / 100.0 } else { number })
    }

    /// Reads so many characters of two bytes.
    pub fn utf16(self, at: usize, characters: usize) -> Result<String, Stop> {
        let bytes = self.from(at)?.get(..characters * 2).ok_or(Stop::because("reason-damaged"))?;
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        Ok(String::from_utf16_lossy(&units))
    }
}

/// Gives an error by its number.
pub(super) fn error(number: u8) -> RawValue {
    RawValue::Error(
        match number {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2A => "#N/A",
            _ => "#ERROR!",
        }
        .to_owned(),
    )
}

/// Gives a text; a blank one is no value.
pub(super) fn text(text: String) -> Option<RawValue> {
    (!text.is_empty()).then_some(RawValue::Text(text))
}
