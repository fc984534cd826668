### The program itself, its languages and what returns everywhere.
### One file per subject, with the same name in each language. Keys: subject-what, in English.

product-name = Verantwoord
    .purpose = Self-assessment of AI in customer contact
product-version = Verantwoord, version { $version }

language-nl = Dutch
language-en = English

quantity-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
