//! Bytes as they are, and compressed for hosts that send what lies beside a file.

use std::io;

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

/// Bytes in an encoding; the same bytes always, because none of them gets a time or a name.
pub(super) fn packed(bytes: &[u8], encoding: Encoding) -> std::borrow::Cow<'_, [u8]> {
    use std::borrow::Cow;
    match encoding {
        Encoding::Plain => Cow::Borrowed(bytes),
        Encoding::Gzip => {
            let packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
            let packed = into_memory(packer, bytes, flate2::write::GzEncoder::finish);
            Cow::Owned(packed)
        }
        Encoding::Brotli => {
            let packer = brotli::CompressorWriter::new(Vec::new(), 4096, 9, 22);
            let packed = into_memory(packer, bytes, |it| Ok(it.into_inner()));
            Cow::Owned(packed)
        }
    }
}

fn into_memory<W: io::Write>(
    mut packer: W,
    bytes: &[u8],
    finish: impl FnOnce(W) -> io::Result<Vec<u8>>,
) -> Vec<u8> {
    packer
        .write_all(bytes)
        .and_then(|()| finish(packer))
        .expect("writing into memory does not fail")
}
