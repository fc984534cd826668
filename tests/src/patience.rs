//! Waiting for something outside: asked again and again, and given up at a deadline.

use std::thread;
use std::time::{Duration, Instant};

/// How long anything in a journey may take. Generous, because the machine may be busy with other things.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The pace of asking.
const PACE: Duration = Duration::from_millis(20);

/// What `ask` answers as soon as it answers.
#[track_caller]
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited in vain until {what}");
        thread::sleep(PACE);
    }
}
