### The program with which anyone checks a report. What it finds is in application.ftl and problems.ftl.

verifier-program = Checks a signed report of Verantwoord. Only the PDF file is needed, no internet.
verifier-see-help = See ‘verantwoord-verify --help’.
verifier-press-enter = Press Enter to close.{" "}
