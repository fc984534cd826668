//! Tests of the crate as a whole. They stand inside it so that they can forge what its public interface never makes.

mod attacks;
mod authority;
mod certificates;
mod forging;
mod hostile;
mod identities;
mod long_term;
mod messages;
mod others;
mod people;
mod pki;
mod reports;
mod robustness;
mod rsa;
mod shadows;
mod signing;
mod timestamps;
mod validation;
mod vectors;
