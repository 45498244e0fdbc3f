"""Adjectives and nouns for peoples, regions and creeds that no country's list has."""

PEOPLES = frozenset(
    """
    Scotsman Scotsmen Englishmen Englishwoman Irishmen Welshmen Frenchmen Frenchwoman Dutchmen Spaniards
    Basque Basques Catalan Catalans Galician Andalusian Sicilian Sicilians Sardinian Corsican Corsicans
    Breton Bretons Normans Provençal Tuscan Venetian Neapolitan Roman Romans Viking Vikings Saxon Saxons
    Celt Celts Celtic Gauls Slav Slavs Slavic Flemish Walloon Walloons Prussian Prussians Habsburg Ottoman
    Ottomans Byzantine Byzantines Mughal Mongols Mongol Tatar Tatars Cossack Cossacks Crimean Siberian
    Dagestani Ingush Ossetian Ossetians Abkhaz Abkhazian Circassian Transcaucasian Caucasian Balkan Nordic
    Scandinavian Scandinavians Iberian Hellenic Hellenistic Kosovar Kosovars Yugoslav Yugoslavs Czechoslovak
    Czechoslovakian Silesian Moravian Bohemian Transylvanian Sami Sámi Romani Yazidi Yazidis Druze Alawite
    Alawites Maronite Maronites Copt Copts Coptic Assyrian Assyrians Chaldean Turkmens Turkoman Hazara
    Hazaras Pashtuns Baloch Baluch Sindhi Punjabi Punjabis Gujarati Kashmiri Kashmiris Tamilian Sinhalese
    Sinhala Rohingya Rohingyas Kachin Hmong Uygur Manchu Zhuang Ainu Okinawan Maori Maoris Māori Aboriginal
    Aborigine Aborigines Inuit Inuits Métis Cree Mohawk Cherokee Navajo Sioux Lakota Apache Iroquois Aztec
    Aztecs Inca Incas Incan Maya Mayan Mayans Mapuche Quechua Aymara Guarani Creole Cajun Afro-Caribbean
    Hausa Fulani Igbo Ibo Yoruba Zulu Zulus Xhosa Ndebele Shona Kikuyu Kalenjin Maasai Masai Oromo Oromos
    Amhara Amharic Tigrayan Tigrayans Dinka Nuer Berber Berbers Tuareg Tuaregs Bedouin Bedouins Afrikaner
    Afrikaners Afrikaans Boer Boers Pygmy Hutus Tutsis Banyamulenge Westerner Westerners Easterner
    Northerner Northerners Southerner Southerners Midwestern Midwesterner New-Yorker Londoner Parisian
    Parisians Muscovite Berliner Berliners Viennese Milanese Genoese Florentine Istanbulite Quebecer
    Quebecers Québécois Quebecois Newfoundlander Tasmanian Queenslander Hawaiian Hawaiians Alaskan Alaskans
    Arizonan Coloradan Floridian Floridians Hoosier Iowan Iowans Michigander Minnesotan Montanan Ohioan
    Ohioans Oklahoman Oregonian Oregonians Pennsylvanian Virginian Virginians Wisconsinite Nebraskan Nevadan
    Tennessean Tennesseans Kentuckian Carolinian Angeleno Angelenos Chicagoan Chicagoans Bostonian
    Bostonians Philadelphian Texan Californians Talibs Theravada Mahayana Zen Vedic Talmudic Koranic Quranic
    Sharia Shariah Wahhabi Wahhabis Salafi Salafis Salafist Salafists Jihadist Jihadists Sufi Sufis Ismaili
    Ismailis Ahmadi Ahmadis Bahai Baha'i Baháʼí Zoroastrian Jain Jains Jesuit Jesuits Franciscan Benedictine
    Calvinist Calvinists Presbyterian Presbyterians Methodists Baptists Lutherans Anglicans Mormonism
    Pentecostals Evangelicals Quakers Amish Mennonite Mennonites Huguenot Huguenots Puritan Puritans Papal
    Freemason Freemasons Freemasonry Maoist Maoists Leninist Leninists Stalinist Trotskyist Bolshevik
    Bolsheviks Menshevik Marxists Communists Socialists Fascist Fascists Francoist Peronist Peronists
    Chavista Chavistas Gaullist Thatcherite Blairite Keynesian Darwinian Orwellian Kafkaesque Freudian
    Newtonian Euclidean Homeric Shakespearean Edwardian Georgian Elizabethan Jacobean Renaissance Baroque
    Gothic Romanesque Neolithic Palaeolithic Paleolithic Jurassic Cretaceous Triassic Gregorian Medieval
    Saharan Sahelian Himalayan Andean Amazonian Asiatic Eurasian Anglophone Francophone Lusophone
    Hispanophone Semitic Semite Semites Aryan Aryans Turkic Indo-European Teutonic Germanic Persians
    Mesopotamian Babylonian Sumerian Phoenician Carthaginian Etruscan Trojan Spartan Athenian Athenians
    Levantine
    """.split()
) | {
    "Northern Irish",
    "New Yorker",
    "New Yorkers",
    "Hong Konger",
    "Hong Kongers",
    "Crimean Tatar",
    "Crimean Tatars",
}
"""No mentions on their own, as adjectives of countries are none."""
