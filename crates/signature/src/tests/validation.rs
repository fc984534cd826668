//! Updates that pretend to add validation data.

use super::{
    forging::{Target, Update, with},
    people::{Made, person, signing},
    reports::{ANNA, BRAM, Form, both, put, report_with, signed},
};
use crate::{
    Code, ValidationData, ValidationRefused, Verdict, add_validation_data,
    pdf::{Entries, File, Object},
    sign, verify,
};

fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {}{entries}>>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// A signed report, and an update in the attacker's hands that would be right as it is.
struct Addition {
    pdf: Vec<u8>,
    catalog: u32,
    /// The number of the dictionary; the stream has the next one.
    free: u32,
    update: Update,
}

impl Addition {
    fn new() -> Self {
        let pdf = signed(Form::Table, &[ANNA]);
        let target = Target::of(&pdf);
        let file = File::read(&pdf).unwrap();
        let (catalog, entries) = file.catalog(file.last()).unwrap();
        let free = target.free;
        let entries = with(entries, &[("DSS", Object::Reference(free))]);
        let list = format!("<</Type /DSS/Certs [{} 0 R]>>", free + 1);
        let mut update = Update::of([(catalog, entries), (free, list)]);
        let certificate = person(BRAM).certificate;
        update
            .objects
            .push((free + 1, stream("", certificate.der())));
        Self {
            pdf,
            catalog,
            free,
            update,
        }
    }

    fn replace(&mut self, number: u32, body: impl Into<Vec<u8>>) {
        let mut objects = self.update.objects.iter_mut();
        objects.find(|(other, _)| *other == number).unwrap().1 = body.into();
    }

    #[track_caller]
    fn refused(&self) {
        let verification = verify(&self.update.append(&self.pdf), &both());
        assert_eq!(verification.verdict, Verdict::Altered);
    }
}

#[test]
fn an_addition_that_does_nothing_else_is_accepted() {
    let addition = Addition::new();
    let verification = verify(&addition.update.append(&addition.pdf), &both());
    assert_eq!(
        verification.verdict,
        Verdict::Intact,
        "{:?}",
        verification.findings
    );
}

#[test]
fn others_sign_after_an_addition() {
    let mut data = ValidationData::default();
    data.add(person(BRAM).certificate.pem().as_bytes()).unwrap();
    for form in super::reports::FORMS {
        let pdf = add_validation_data(&signed(form, &[ANNA]), &data).unwrap();
        let pdf = sign(&pdf, &signing(BRAM), &person(BRAM)).unwrap();
        let mut more = ValidationData::default();
        more.add(person(ANNA).certificate.der()).unwrap();
        let pdf = add_validation_data(&pdf, &more).unwrap();
        let verification = verify(&pdf, &both());
        assert_eq!(
            verification.verdict,
            Verdict::Intact,
            "{form:?} {:?}",
            verification.findings
        );
        assert_eq!(verification.signatures.len(), 2);
    }
}

#[test]
fn an_addition_with_something_else_in_it_is_refused() {
    let mut page = Addition::new();
    let file = File::read(&page.pdf).unwrap();
    let found = file.revisions()[0]
        .objects
        .iter()
        .find_map(|(number, located)| {
            let entries = located.value.as_dictionary()?;
            entries
                .says("Type", "Page")
                .then(|| (*number, entries.clone()))
        });
    let (number, entries) = found.unwrap();
    let turned = with(&entries, &[("Rotate", Object::Integer(90))]);
    page.update.objects.push((number, turned.into_bytes()));
    page.refused();

    let mut stray = Addition::new();
    stray
        .update
        .objects
        .push((stray.free + 2, b"<</Any 1>>".to_vec()));
    stray.refused();

    let mut catalog = Addition::new();
    let file = File::read(&catalog.pdf).unwrap();
    let (_, entries) = file.catalog(file.last()).unwrap();
    let more = [
        ("DSS", Object::Reference(catalog.free)),
        ("Lang", Object::text("en")),
    ];
    catalog.replace(catalog.catalog, with(entries, &more));
    catalog.refused();

    let mut removal = Addition::new();
    removal.update.removed.push(number);
    removal.refused();
}

#[test]
fn validation_data_of_another_form_is_refused() {
    let other = |free: u32| {
        [
            format!("<</Type /DSS/Certs [{} 0 R]/VRI <<>>>>", free + 1),
            format!("<</Type /DSS/Certs [{0} 0 R {0} 0 R]>>", free + 1),
            format!("<</Type /DSS/CRLs [{} 0 R]>>", free + 1),
            format!("<</Type /DSS/Certs {} 0 R>>", free + 1),
            format!("<</Certs [{} 0 R]>>", free + 1),
            format!("<</Type /DSS/Certs [{} 0 R 1 0 R]>>", free + 1),
            "<</Type /DSS>>".to_owned(),
        ]
    };
    for index in 0..7 {
        let mut addition = Addition::new();
        let body = other(addition.free)[index].clone();
        addition.replace(addition.free, body);
        addition.refused();
    }
    for (entries, bytes) in [
        ("", b"no certificate".as_slice()),
        ("/Type /EmbeddedFile", person(BRAM).certificate.der()),
    ] {
        let mut addition = Addition::new();
        addition.replace(addition.free + 1, stream(entries, bytes));
        addition.refused();
    }
}

#[test]
fn an_addition_that_leaves_no_numbers_for_what_comes_after_is_refused() {
    for size in [8_388_608, 1 << 32, i64::MAX] {
        let mut addition = Addition::new();
        addition
            .update
            .trailer
            .push(("Size", Object::Integer(size)));
        addition.refused();
    }
}

#[test]
fn an_addition_takes_nothing_away() {
    let addition = Addition::new();
    let pdf = addition.update.append(&addition.pdf);
    let free = addition.free + 2;
    for list in [
        format!("<</Type /DSS/Certs [{free} 0 R]>>"),
        format!("<</Type /DSS/CRLs [{free} 0 R]>>"),
        format!("<</Type /DSS/Certs [{free} 0 R {} 0 R]>>", free - 1),
    ] {
        let mut update = Update::of([(addition.free, list)]);
        let certificate = person(ANNA).certificate;
        update.objects.push((free, stream("", certificate.der())));
        let verification = verify(&update.append(&pdf), &both());
        assert_eq!(verification.verdict, Verdict::Altered);
    }
}

#[test]
fn validation_data_before_the_first_signature_is_refused() {
    let pdf = report_with(Form::Table, &[ANNA, BRAM], |document, parts| {
        let list = document.add_object(lopdf::dictionary! { "Type" => "DSS" });
        put(document, parts.catalog, "DSS", list);
    });
    let verification = verify(&pdf, &both());
    assert_eq!(verification.findings[0].code, Code::Certification);
    assert!(sign(&pdf, &signing(ANNA), &person(ANNA)).is_err());
}

#[test]
fn data_is_added_only_where_it_makes_sense() {
    let mut data = ValidationData::default();
    assert_eq!(data.add(b"anything"), Err(ValidationRefused::Unknown));
    let pdf = signed(Form::Table, &[ANNA]);
    assert_eq!(
        add_validation_data(&pdf, &data),
        Err(ValidationRefused::Nothing)
    );
    data.add(person(ANNA).certificate.der()).unwrap();
    let unsigned = super::reports::report(Form::Table, &[ANNA]);
    assert_eq!(
        add_validation_data(&unsigned, &data),
        Err(ValidationRefused::NotSigned)
    );
    let altered = super::forging::replaced(&pdf, "Signature1", "Signature9");
    assert!(matches!(
        add_validation_data(&altered, &data),
        Err(ValidationRefused::FileNotSound(_))
    ));
}

#[test]
fn a_chain_may_stand_in_the_validation_data() {
    let root = Made {
        profile: x509_cert::builder::Profile::Root,
        ..Made::new("Wortel")
    }
    .make();
    let authority = Made {
        profile: x509_cert::builder::Profile::SubCA {
            issuer: root.certificate.parsed().tbs_certificate.subject.clone(),
            path_len_constraint: Some(0),
        },
        issuer: Some(&root),
        ..Made::new("Uitgever")
    }
    .make();
    let mut anna = Made::new(ANNA).issued_by(&authority).make();
    anna.issuers.clear();
    let pdf = super::reports::report(Form::Table, &[ANNA]);
    let pdf = sign(&pdf, &signing(ANNA), &anna).unwrap();
    let trust = [root.certificate];
    assert_eq!(verify(&pdf, &trust).verdict, Verdict::IntactUnknownSigner);
    let mut data = ValidationData::default();
    data.add(authority.certificate.der()).unwrap();
    let pdf = add_validation_data(&pdf, &data).unwrap();
    let verification = verify(&pdf, &trust);
    assert_eq!(verification.verdict, Verdict::Intact);
    assert_eq!(verification.findings[0].code, Code::RevocationUnknown);
}
