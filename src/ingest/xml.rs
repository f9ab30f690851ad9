//! XML as a stream of events of bounded size.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use encoding_rs::{Encoding, UTF_8};
use quick_xml::encoding::DecodingReader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use super::feed::Stop;
use super::guard::Blocks;
use super::limits::{self, Clock, Limits};

/// A reader of XML parts that never holds more than one bounded event.
///
/// Empty elements come as a start and an end. A document type is refused: no spreadsheet has one, and it is the way
/// of entity attacks.
pub(super) struct Xml {
    reader: quick_xml::Reader<Bounded>,
    buffer: Vec<u8>,
    depth: usize,
    events: u64,
    clock: Clock,
}

impl Xml {
    /// Starts to read a part.
    pub fn new(mut part: Blocks, clock: Clock) -> Self {
        let decoded = match encoding(part.head()) {
            Some(encoding) if encoding == UTF_8 => Decoded::Plain(part),
            encoding => {
                let mut decoding = DecodingReader::new(part);
                if let Some(encoding) = encoding {
                    decoding.set_encoding(encoding);
                }
                Decoded::Other(Box::new(decoding))
            }
        };
        let mut reader = quick_xml::Reader::from_reader(Bounded { inner: decoded, left: 0 });
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new(), depth: 0, events: 0, clock }
    }

    /// Gives the next event; the end of the part is [`Event::Eof`].
    pub fn next(&mut self) -> Result<Event<'_>, Stop> {
        self.events += 1;
        if self.events.is_multiple_of(1024) {
            self.clock.check()?;
        }
        self.buffer.clear();
        if self.buffer.capacity() > KEPT {
            self.buffer.shrink_to(KEPT);
        }
        self.reader.get_mut().left = Limits::PIECE_BYTES;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::DocType(_)) => Err(Stop::because("reason-document-type")),
            Ok(event) => {
                match event {
                    Event::Start(_) => self.depth += 1,
                    Event::End(_) => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                if self.depth > Limits::DEPTH {
                    return Err(Stop::because("reason-damaged"));
                }
                Ok(event)
            }
            Err(error) => Err(explain(&error)),
        }
    }

    /// Gives the next event, where the part may not end yet.
    pub fn inside(&mut self) -> Result<Event<'_>, Stop> {
        match self.next()? {
            Event::Eof => Err(Stop::because("reason-truncated")),
            event => Ok(event),
        }
    }

    /// Reads to the end of the part, where the archive compares its checksum.
    pub fn finish(&mut self) -> Result<(), Stop> {
        while !matches!(self.next()?, Event::Eof) {}
        Ok(())
    }

    /// Skips the rest of an element that was just started.
    pub fn skip(&mut self) -> Result<(), Stop> {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer {
            self.inside()?;
        }
        Ok(())
    }
}

/// The room for events that is kept from one to the next, in bytes.
const KEPT: usize = 1 << 16;

/// Tells the encoding of a part by the declaration in its first bytes. Gives nothing for UTF-16, which is told by the
/// bytes themselves.
fn encoding(head: &[u8]) -> Option<&'static Encoding> {
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || head.iter().take(2).any(|&byte| byte == 0) {
        return None;
    }
    let end = head.windows(2).position(|window| window == b"?>").filter(|_| head.starts_with(b"<?xml"));
    let declaration = String::from_utf8_lossy(&head[..end.unwrap_or(0)]);
    let label = declaration.split_once("encoding=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let label = label.and_then(|label| label.split(['"', '\'']).next()).unwrap_or("utf-8");
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible()).or(Some(UTF_8))
}

fn explain(error: &quick_xml::Error) -> Stop {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => limits::over_piece(),
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Stop::because("reason-truncated")
        }
        _ => Stop::because("reason-damaged"),
    }
}

/// Gives a name without its prefix.
pub(super) fn local<'n>(name: QName<'n>) -> &'n str {
    let name = name.into_inner();
    // Names are short: a plain loop is faster than a search.
    name.bytes().rposition(|byte| byte == b':').map_or(name, |at| &name[at + 1..])
}

/// Gives an attribute by its name without prefix, entities resolved.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Stop> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Stop::because("reason-damaged"))?;
        if attribute.key.local_name().as_ref() == name {
            let value = unescape(&attribute.value).map_err(|_| Stop::because("reason-damaged"))?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// Appends the text of an event to a cell or string. Events without text are left out.
pub(super) fn append_text(target: &mut String, event: &Event<'_>) -> Result<(), Stop> {
    let piece: Cow<'_, str> = match event {
        Event::Text(text) => text.xml10_content(),
        Event::CData(text) => text.xml10_content(),
        Event::GeneralRef(entity) => match resolve_xml_entity(entity) {
            Some(text) => text.into(),
            None => match entity.resolve_char_ref() {
                Ok(Some(character)) => character.to_string().into(),
                _ => return Err(Stop::because("reason-damaged")),
            },
        },
        _ => return Ok(()),
    };
    if target.len() + piece.len() > Limits::PIECE_BYTES {
        return Err(limits::over_piece());
    }
    target.push_str(&piece);
    Ok(())
}

/// A part as UTF-8.
enum Decoded {
    Plain(Blocks),
    Other(Box<DecodingReader<Blocks>>),
}

/// A reader that fails once more bytes were taken than allowed since the allowance was last set.
struct Bounded {
    inner: Decoded,
    left: usize,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        read_buffered(self, buffer)
    }
}

/// Reads what stands in the buffer of a reader, as far as there is room.
pub(super) fn read_buffered(reader: &mut impl BufRead, buffer: &mut [u8]) -> io::Result<usize> {
    let available = reader.fill_buf()?;
    let count = available.len().min(buffer.len());
    buffer[..count].copy_from_slice(&available[..count]);
    reader.consume(count);
    Ok(count)
}

impl BufRead for Bounded {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        match &mut self.inner {
            Decoded::Plain(part) => part.fill_buf(),
            Decoded::Other(part) => part.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        match &mut self.inner {
            Decoded::Plain(part) => part.consume(amount),
            Decoded::Other(part) => part.consume(amount),
        }
    }
}
