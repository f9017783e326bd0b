//! The same screens in a browser, on this computer only: the built UI and the command list over HTTP. A
//! token in the address is asked back with every call, so that no other page of the browser can use the till.

use crate::fault::Fault;
use crate::host::Host;
use crate::key::random;
use axum::extract::{DefaultBodyLimit, Path as Segment, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderValue};
use axum::routing::post;
use axum::{Json, Router};
use data_encoding::HEXLOWER;
use serde_json::{Value, json};
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// As strict as the window's own; a browser reaches the commands at the page's origin.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
    img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    object-src 'none'";

struct Served {
    host: Host,
    token: String,
}

/// Serves the till of `db` and the UI built into `ui` on the loopback interface. `told` gets the address with
/// its token once it can be opened; `port` 0 is any free one. Ends only with the program.
pub fn serve(db: &Path, ui: &Path, port: u16, told: impl FnOnce(&str)) -> Result<(), Fault> {
    let token = HEXLOWER.encode(&random::<16>()?);
    let host = Host::open(db);
    host.at_window_start();
    let served = Arc::new(Served { host, token: token.clone() });
    let header = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    let app = Router::new()
        .route("/call/{command}", post(call))
        .layer(DefaultBodyLimit::max(48 << 20))
        .with_state(served)
        .fallback_service(ServeDir::new(ui))
        .layer(header(CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(CACHE_CONTROL, "no-store"));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        told(&format!("http://{}/?token={token}", listener.local_addr()?));
        Ok(axum::serve(listener, app).await?)
    })
}

/// Whether two texts are equal, in a time that does not tell where they differ.
fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

async fn call(
    State(served): State<Arc<Served>>,
    Segment(command): Segment<String>,
    headers: HeaderMap,
    body: String,
) -> (StatusCode, Json<Value>) {
    let given = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !same(given.as_bytes(), format!("Bearer {}", served.token).as_bytes()) {
        return (StatusCode::UNAUTHORIZED, Json(json!({ "kind": "refusal", "code": "not_allowed", "params": {} })));
    }
    let Ok(input) = serde_json::from_str::<Value>(&body) else {
        let refused = json!({ "kind": "refusal", "code": "invalid_input", "params": { "what": "json" } });
        return (StatusCode::BAD_REQUEST, Json(refused));
    };
    // Commands touch the disk; they run off the threads that answer the network.
    let answered = tokio::task::spawn_blocking(move || served.host.call(&command, input)).await;
    match answered {
        Ok(Ok(output)) => (StatusCode::OK, Json(output)),
        Ok(Err(stop)) => (StatusCode::UNPROCESSABLE_ENTITY, Json(stop)),
        Err(_) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            Json(json!({ "kind": "fault", "code": "internal", "params": { "cause": "the command ended" } })),
        ),
    }
}
