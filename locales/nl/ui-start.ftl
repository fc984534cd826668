### Het beginscherm en een nieuw dossier.

ui-start-title = Leg uit waarom uw AI in klantcontact verantwoord is
ui-start-lead = Verantwoord leidt uw ethische commissie door de vragen, bewaart de antwoorden in één bestand en maakt er een ondertekend rapport van dat iedereen kan controleren.
ui-start-new = Nieuw dossier maken
ui-start-open = Dossier openen
ui-start-continue = Verder met { $name }
ui-start-recent = Laatst geopend
ui-start-recent-none = U heeft op deze computer nog geen dossier geopend.
ui-start-recent-gone = dit bestand is er niet meer
ui-start-recent-opened = Geopend: { $when }
ui-start-recent-forget = Uit de lijst halen
ui-start-example-title = Eerst even kijken?
ui-start-example-text = Het voorbeeld is een verzonnen webwinkel met een chatbot. Alles is ingevuld, en u kunt er niets aan kapotmaken.
ui-start-example = Voorbeeld openen
ui-start-verify-title = Kreeg u een rapport?
ui-start-verify-text = Voor controleren en ondertekenen heeft u alleen het pdf-bestand nodig.
ui-start-verify = Rapport controleren
ui-start-sign = Rapport ondertekenen
ui-start-offline = Alles blijft op deze computer. Het programma maakt nooit verbinding met internet en stuurt niets naar iemand.
ui-new-dossier-title = Nieuw dossier
ui-new-dossier-lead = Eén dossier is één bestand: van één organisatie, met al haar AI-toepassingen.
ui-new-dossier-organisation = Naam van de organisatie
    .hint = Zo komt de naam op het rapport.
ui-new-dossier-language = Taal van de commissie
    .hint = In welke taal schrijft de commissie haar antwoorden? De taal van het scherm kunt u altijd wisselen.
ui-new-dossier-where = Hierna kiest u waar het bestand komt te staan.
ui-new-dossier-create = Plaats kiezen en dossier maken
