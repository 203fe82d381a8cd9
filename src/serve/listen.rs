//! The port of the preview: the one that was typed or the usual one, else the next that is free.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};

use crate::diagnostic::{Diagnostic, Problem};

/// The port that is tried first.
const PORT: u16 = 1111;

/// How many ports after it are tried.
const MORE_PORTS: u16 = 20;

/// The port that was typed or the usual one, else the next that is free.
pub(super) fn listen(
    bind: IpAddr,
    port: Option<u16>,
) -> Result<(TcpListener, SocketAddr), Diagnostic> {
    let first = port.unwrap_or(PORT);
    let mut port = first;
    loop {
        let address = SocketAddr::new(bind, port);
        let error = |it| cannot_listen(&address, &it);
        match TcpListener::bind(address) {
            Ok(listener) => {
                listener.set_nonblocking(true).map_err(error)?;
                let address = listener.local_addr().map_err(error)?;
                return Ok((listener, address));
            }
            Err(it)
                if it.kind() == ErrorKind::AddrInUse && port < first.saturating_add(MORE_PORTS) =>
            {
                port += 1;
            }
            Err(it) => return Err(error(it)),
        }
    }
}

pub(super) fn cannot_listen(address: &dyn std::fmt::Display, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(Problem::CannotListen {
        address: address.to_string(),
        error: error.to_string(),
    })
}

/// Where a browser on this machine finds what listens at an address: `0.0.0.0` is everywhere, this machine too.
pub(super) fn reachable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        SocketAddr::from(([127, 0, 0, 1], address.port()))
    } else {
        address
    }
}
