### Het programma zelf, zijn talen en wat overal terugkomt.
### Eén bestand per onderwerp, met dezelfde naam in elke taal. Sleutels: onderwerp-wat, in het Engels.

product-name = Verantwoord
    .purpose = Zelfbeoordeling van AI in klantcontact
product-version = Verantwoord, versie { $version }

language-nl = Nederlands
language-en = Engels

quantity-questions = { $count ->
    [one] { $count } vraag
   *[other] { $count } vragen
}
