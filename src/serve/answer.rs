//! A request → an answer: the file of the plan at that address, or what keeps it from being shown.

use std::borrow::Cow;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use percent_encoding::percent_decode_str;

use super::mistakes;
use super::snapshot::{Preview, Snapshot};
use crate::diagnostic::Diagnostics;
use crate::media_type;
use crate::render::Body;

/// Addresses of the preview itself. No site has them: its own begin with no dot.
const CHANGES: &str = "/.sala/changes";
const SCRIPT: &str = "/.sala/reload.js";

/// Reloads a page when another version is there; sleeps while the page is not seen, because browsers allow few such connections.
const RELOAD: &str = include_str!("reload.js");

/// Serves the preview on a socket.
pub async fn serve(listener: TcpListener, preview: Arc<Preview>) {
    let routes = Router::new()
        .route(CHANGES, get(changes))
        .route(
            SCRIPT,
            get(|| async { answer(StatusCode::OK, "a.js", RELOAD) }),
        )
        .fallback(page)
        .layer(axum::middleware::from_fn_with_state(
            Arc::clone(&preview),
            only_addressed_to_us,
        ))
        .with_state(preview);
    if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
        // Ends with the process alone: a connection that breaks is the browser's business.
        let _ = axum::serve(listener, routes).await;
    }
}

/// Refuses requests that a page elsewhere sends here under a name that it made point to this machine.
async fn only_addressed_to_us(
    State(preview): State<Arc<Preview>>,
    request: Request,
    next: axum::middleware::Next,
) -> Response {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|it| it.to_str().ok()).unwrap_or_default();
    if preview.is_local && !is_this_machine(host) {
        let words = "This preview answers to localhost only.\n";
        return answer(StatusCode::MISDIRECTED_REQUEST, "a.txt", words);
    }
    next.run(request).await
}

/// Whether a `Host` header names this machine.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || address
            .parse::<std::net::IpAddr>()
            .is_ok_and(|it| it.is_loopback())
}

/// Versions as they come, the present one first, so that a page that missed some reloads at once.
async fn changes(State(preview): State<Arc<Preview>>) -> Response {
    let mut version = preview.version.subscribe();
    version.mark_changed();
    let versions = stream::unfold(version, |mut version| async {
        version.changed().await.ok()?;
        let current = version.borrow_and_update().clone();
        let event: Result<Event, std::convert::Infallible> = Ok(Event::default().data(current));
        Some((event, version))
    });
    let alive = KeepAlive::new().interval(Duration::from_secs(15));
    let mut response = Sse::new(versions).keep_alive(alive).into_response();
    let fresh = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, fresh);
    response
}

async fn page(State(preview): State<Arc<Preview>>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        let words = "A preview can only be read.\n";
        return answer(StatusCode::METHOD_NOT_ALLOWED, "a.txt", words);
    }
    let rendered = tokio::task::spawn_blocking(move || {
        let snapshot = preview.snapshot();
        find(&snapshot, &preview, &uri)
    });
    rendered.await.unwrap_or_else(|_| {
        let words = "This page could not be made: a mistake in sala itself.\n";
        answer(StatusCode::INTERNAL_SERVER_ERROR, "a.txt", words)
    })
}

/// What stands at an address.
fn find(snapshot: &Snapshot, preview: &Preview, uri: &Uri) -> Response {
    let Some(path) = unescaped(uri.path()) else {
        return answer(StatusCode::BAD_REQUEST, "a.txt", "This is no address.\n");
    };
    let path = path.trim_start_matches('/');
    let file = match path {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    let is_page = Path::new(&file).extension().is_none_or(|it| it == "html");
    if is_page && snapshot.found.has_errors() {
        return mistakes_page(snapshot, preview, &snapshot.found);
    }
    let Some(site) = &snapshot.site else {
        return answer(StatusCode::NOT_FOUND, "a.txt", "There is no site now.\n");
    };
    let as_folder = format!("{file}/index.html");
    if !site.has(&file) && site.has(&as_folder) {
        let query = uri.query().map_or(String::new(), |it| format!("?{it}"));
        // From the root, without a second slash before it, which would name another host.
        let there = format!("/{}/{query}", uri.path().trim_matches('/'));
        return redirect(&there);
    }
    let (status, file) = if site.has(&file) {
        (StatusCode::OK, file.as_str())
    } else {
        (StatusCode::NOT_FOUND, "404.html")
    };
    if !site.has(file) {
        return answer(status, "a.txt", "There is no such page.\n");
    }
    match site.render(file) {
        Ok(Body::Bytes(bytes)) => shown(status, file, bytes, snapshot),
        Ok(Body::Static(bytes)) => shown(status, file, bytes.to_vec(), snapshot),
        Ok(Body::Disk(disk)) => match std::fs::read(&disk) {
            Ok(bytes) => shown(status, file, bytes, snapshot),
            Err(_) => answer(StatusCode::NOT_FOUND, "a.txt", "This file is gone.\n"),
        },
        Ok(Body::Picture(picture)) => match picture.bytes() {
            Ok(bytes) => shown(status, file, bytes, snapshot),
            Err(_) => answer(
                StatusCode::NOT_FOUND,
                "a.txt",
                "This picture cannot be made.\n",
            ),
        },
        Err(diagnostic) => {
            let mut found = Diagnostics::default();
            found.push(diagnostic);
            mistakes_page(snapshot, preview, &found)
        }
    }
}

/// A file of the site; a page with the script that reloads it.
fn shown(status: StatusCode, file: &str, bytes: Vec<u8>, snapshot: &Snapshot) -> Response {
    if Path::new(file).extension().is_none_or(|it| it != "html") {
        return answer(status, file, bytes);
    }
    let mut html = String::from_utf8_lossy(&bytes).into_owned();
    let end = html.rfind("</body>").unwrap_or(html.len());
    html.insert_str(end, &script(&snapshot.version));
    answer(status, file, html)
}

fn script(version: &str) -> String {
    format!("<script src=\"{SCRIPT}\" data-version=\"{version}\"></script>")
}

fn mistakes_page(snapshot: &Snapshot, preview: &Preview, found: &Diagnostics) -> Response {
    let script = script(&snapshot.version);
    let html = mistakes::page(found, &snapshot.sources, preview.lang, &script);
    let mut response = answer(StatusCode::INTERNAL_SERVER_ERROR, "a.html", html);
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'",
        ),
    );
    response
}

fn redirect(there: &str) -> Response {
    let mut response = answer(StatusCode::FOUND, "a.txt", "");
    match HeaderValue::from_str(there) {
        Ok(there) => {
            response.headers_mut().insert(header::LOCATION, there);
            response
        }
        Err(_) => answer(StatusCode::BAD_REQUEST, "a.txt", "This is no address.\n"),
    }
}

/// An answer whose kind follows from a file name; browsers keep no copy, so that a reload shows what is true.
fn answer(status: StatusCode, file: &str, body: impl Into<axum::body::Body>) -> Response {
    let kind = media_type::as_sent(file);
    let headers: [(HeaderName, &str); 3] = [
        (header::CONTENT_TYPE, &kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, body.into()).into_response()
}

/// A path with `%E0` read; `None` where it is no UTF-8 or holds a control character.
fn unescaped(path: &str) -> Option<String> {
    let read = percent_decode_str(path).decode_utf8().ok();
    read.map(Cow::into_owned)
        .filter(|it| !it.contains(char::is_control))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_this_machine() {
        for host in [
            "localhost",
            "LOCALHOST:1111",
            "127.0.0.1:1111",
            "[::1]:8",
            "127.0.0.2",
        ] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in [
            "",
            "evil.example:1111",
            "localhost.evil.example",
            "192.168.1.4",
            "127.0.0.1.evil",
        ] {
            assert!(!is_this_machine(host), "{host}");
        }
    }

    #[test]
    fn reads_escaped_paths() {
        for (path, expected) in [
            ("/a%20b/", Some("/a b/")),
            ("/%E0%B8%81", Some("/ก")),
            ("/%e0", None),
            ("/%", Some("/%")),
            ("/%0a", None),
            ("/%zz", Some("/%zz")),
        ] {
            assert_eq!(unescaped(path).as_deref(), expected, "{path}");
        }
    }
}
