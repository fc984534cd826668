//! What a dossier must survive.
