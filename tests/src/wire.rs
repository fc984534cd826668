//! JSON over HTTP to a program on this machine, as little of it as WebDriver needs: one request, one answer, closed.
//!
//! A client library would bring a whole network stack into a project whose programs have none.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use serde_json::Value as Json;

/// A port on this machine that is free now.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// Sends a request and returns the body of the answer, whatever its status; gives up when nothing comes for so long.
pub(crate) fn ask(
    port: u16,
    (method, path): (&str, &str),
    body: Option<&Json>,
    patience: Duration,
) -> io::Result<Json> {
    let body = body.map(Json::to_string).unwrap_or_default();
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(patience))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len(),
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    serde_json::from_slice(body_of(&answer)).map_err(io::Error::from)
}

/// What comes after the empty line.
fn body_of(answer: &[u8]) -> &[u8] {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    end.map_or(&[], |end| &answer[end + 4..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn body_comes_after_the_first_empty_line() {
        assert_eq!(
            body_of(b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n{\r\n\r\n}"),
            b"{\r\n\r\n}"
        );
        assert_eq!(body_of(b"HTTP/1.1 200 OK\r\n"), b"");
    }
}
