//! The one list of everything the window can ask for.
//!
//! A *query* looks and changes nothing; a *change* does one thing a person can do
//! and answers with what it changed. The desktop shell registers one command for
//! each line, and the TypeScript calls in `ui/src/generated` are made from the
//! same list, so that neither can forget one.

/// Calls the macro `$with` with every call, as `query name(Input) -> Output;` or
/// `change name(Input) -> Output;`. Each is a method of
/// [`Application`](crate::Application) of that name.
#[macro_export]
macro_rules! for_each_call {
    ($with:ident) => {
        $with! {
            query start_page(Nothing) -> StartPage;
            query settings(Nothing) -> Settings;
            change choose_settings(ChooseSettings) -> Changed;

            change new_dossier(NewDossier) -> Changed;
            change open_dossier(OpenDossier) -> Changed;
            change look_at_dossier(OpenDossier) -> Changed;
            change open_example(Nothing) -> Changed;
            change close_dossier(Nothing) -> Changed;
            change forget_recent(OneFile) -> Changed;

            query dossier_page(Nothing) -> DossierPage;
            change describe_organisation(DescribeOrganisation) -> Changed;
            query committee_page(Nothing) -> CommitteePage;
            change describe_committee(DescribeCommittee) -> Changed;
            change add_member(AddMember) -> Changed;
            change revise_member(ReviseMember) -> Changed;
            change remove_member(OneMember) -> Changed;
            change declare_interest(DeclareInterest) -> Changed;
            change end_interest(EndInterest) -> Changed;
            change add_subject(AddSubject) -> Changed;
            change revise_subject(ReviseSubject) -> Changed;
            query questionnaires(Nothing) -> Vec<QuestionnaireChoice>;
            change start_assessment(StartAssessment) -> Changed;
            change revise_assessment(ReviseAssessment) -> Changed;

            query assessment_page(OneAssessment) -> AssessmentPage;
            query section_page(OneSection) -> SectionPage;
            change complete_section(OneSection) -> Changed;
            change reopen_section(OneSection) -> Changed;
            query question_page(OneQuestion) -> QuestionPage;
            change record_answer(RecordAnswer) -> Changed;
            change withdraw_answer(OneQuestion) -> Changed;
            change attach_evidence(AttachEvidence) -> Changed;
            change detach_evidence(OneEvidence) -> Changed;
            change copy_evidence(CopyEvidence) -> Changed;

            query sessions_page(OneAssessment) -> SessionsPage;
            query session_page(OneSession) -> SessionPage;
            query proposed_agenda(ProposeAgenda) -> ProposedAgenda;
            change plan_session(PlanSession) -> Changed;
            change revise_session(ReviseSession) -> Changed;
            change start_session(OneSession) -> Changed;
            change end_session(OneSession) -> Changed;
            change note_attendance(NoteAttendance) -> Changed;
            change take_up_topic(SessionTopic) -> Changed;
            change close_topic(SessionTopic) -> Changed;
            change write_minutes(WriteMinutes) -> Changed;
            change park_point(ParkPoint) -> Changed;
            change take_out_point(TakeOutPoint) -> Changed;
            change ask_take_home(AskTakeHome) -> Changed;
            change answer_take_home(AnswerTakeHome) -> Changed;
            change drop_take_home(DropTakeHome) -> Changed;
            query rounds_page(OneAssessment) -> RoundsPage;
            query round_page(OneRound) -> RoundPage;
            change open_round(OpenRound) -> Changed;
            change cast_vote(CastVote) -> Changed;
            change reveal_round(RevealRound) -> Changed;
            change open_votes(OpenVotes) -> Changed;
            query positions(PositionsOn) -> PositionsView;
            change take_position(TakePosition) -> Changed;
            change withdraw_position(WithdrawPosition) -> Changed;
            change make_comment(MakeComment) -> Changed;
            change revise_comment(ReviseComment) -> Changed;
            change resolve_comment(OneComment) -> Changed;
            change reopen_comment(OneComment) -> Changed;
            change choose_comment(ChooseComment) -> Changed;

            query room_view(Nothing) -> RoomView;
            change show_in_room(ShowInRoom) -> Changed;
            change blank_room(Nothing) -> Changed;

            query results_page(OneAssessment) -> ResultsPage;
            query history_page(HistoryOf) -> HistoryPage;
            query glossary(OneAssessment) -> Vec<GlossaryEntry>;
            query instrument_page(OneAssessment) -> InstrumentPage;

            query findings_page(OneAssessment) -> FindingsPage;
            change record_finding(RecordFinding) -> Changed;
            change revise_finding(ReviseFinding) -> Changed;
            change drop_finding(DropFinding) -> Changed;
            change dismiss_proposal(DismissProposal) -> Changed;
            change record_risk(RecordRisk) -> Changed;
            change revise_risk(ReviseRisk) -> Changed;
            change drop_risk(DropRisk) -> Changed;
            change record_measure(RecordMeasure) -> Changed;
            change revise_measure(ReviseMeasure) -> Changed;
            change drop_measure(DropMeasure) -> Changed;
            query actions_page(ActionsOf) -> ActionsPage;
            change plan_action(PlanAction) -> Changed;
            change revise_action(ReviseAction) -> Changed;
            change progress_action(ProgressAction) -> Changed;
            change attach_document(AttachDocument) -> Changed;
            query opinions_page(OneAssessment) -> OpinionsPage;
            change record_opinion(RecordOpinion) -> Changed;
            change revise_opinion(ReviseOpinion) -> Changed;
            change drop_opinion(DropOpinion) -> Changed;
            query advice_page(OneAssessment) -> AdvicePage;
            change give_advice(GiveAdvice) -> Changed;
            change withdraw_advice(OneAssessment) -> Changed;
            change take_decision(TakeDecision) -> Changed;
            query standing_page(OneAssessment) -> StandingView;
            change adopt_assessment(AdoptAssessment) -> Changed;
            change withdraw_assessment(WithdrawAssessment) -> Changed;
            change reopen_assessment(ReopenAssessment) -> Changed;
            query comparison_page(CompareAssessments) -> ComparisonPage;
            change take_over_answers(TakeOverAnswers) -> TakenOver;
            query quick_scan_page(OneAssessment) -> QuickScanPage;

            query style_page(Nothing) -> StylePage;
            change choose_style(ChooseStyle) -> Changed;
            change choose_logo(OneFile) -> Changed;
            change remove_logo(Nothing) -> Changed;
            change keep_own_section(KeepOwnSection) -> Changed;
            change remove_own_section(OneOwnSection) -> Changed;
            query report_page(OneAssessment) -> ReportPage;
            query report_preview(PreviewReport) -> ReportPreview;
            query preview_page(PreviewPage) -> PreviewedPage;
            change make_report(MakeReport) -> ReportMade;
            change make_edition(MakeEdition) -> ReportMade;
            change export_report(ExportReport) -> ReportExported;
            change create_identity(CreateIdentity) -> IdentityMade;
            query signing_page(OneFile) -> SigningPage;
            change sign_report(SignReport) -> ReportSignedView;
            change look_at_token(OneFile) -> TokenView;
            change sign_with_token(SignWithToken) -> ReportSignedView;
            change request_timestamp(RequestTimestamp) -> TimestampRequested;
            change embed_timestamp(EmbedTimestamp) -> ReportSignedView;
            change add_validation(AddValidation) -> ReportSignedView;
            change receive_report(OneFile) -> ReportReceived;
            query verify_report(VerifyReport) -> VerificationPage;

            query undo_offer(OneEvent) -> UndoOffer;
            change undo(OneEvent) -> Changed;
            query backups_page(Nothing) -> BackupsPage;
            change back_up_now(Nothing) -> Changed;
            change restore_backup(RestoreBackup) -> Changed;
            query copies_page(Nothing) -> CopiesPage;
            change hand_out_copy(HandOutCopy) -> Changed;
            change give_up_copy(GiveUpCopy) -> Changed;
            change merge(MergeFiles) -> MergeDone;
            change export_dossier(OneFile) -> Changed;
            change import_dossier(ImportDossier) -> Changed;
            change rescue_dossier(RescueDossier) -> RescueDone;
            query care_page(Nothing) -> CarePage;
            change choose_retention(ChooseRetention) -> Changed;
            query erasure_preview(EraseOf) -> ErasurePreview;
            change erase(Erase) -> Erased;
            change finish_erasing(Nothing) -> Erased;
            change destroy_dossier(DestroyDossier) -> Destroyed;
            change finish_destruction(FinishDestruction) -> Destroyed;
            query as_it_was(AsItWas) -> PastPage;
            query weigh_passphrase(Weigh) -> PassphraseWeight;
            change encrypt_dossier(Encrypt) -> Encrypted;
            change change_passphrase(ChangePassphrase) -> Encrypted;
            change decrypt_dossier(Decrypt) -> Changed;
        }
    };
}
