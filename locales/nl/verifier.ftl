### Het programma waarmee iedereen een rapport controleert. Wat het vindt, staat in application.ftl en problems.ftl.

verifier-program = Controleert een ondertekend rapport van Verantwoord. Alleen het pdf-bestand is nodig, geen internet.
verifier-see-help = Zie ‘verantwoord-verify --help’.
verifier-press-enter = Druk op Enter om te sluiten.{" "}
