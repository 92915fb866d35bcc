package io.kontor.demo.internal;

import io.kontor.fake.woocommerce.Address;
import java.util.ArrayList;
import java.util.List;

/** The buyers of the demo shop: always the same people, each with a phone and an e-mail that nobody else has. */
final class Cast {
    private static final int PHONE_STEP = 7919;
    private static final int PHONES = 1_000_000;
    /** How often each name is used, every time with another last name. */
    private static final int GENERATIONS = 3;

    /**
     * People of a language.
     *
     * @param names {@code first last} with the e-mail's local part behind a slash
     * @param companies {@code name} with its mail domain behind a slash; every third person orders for one
     * @param cities {@code name/postcode/country}
     * @param phone a {@code %06d} for the person's own digits, by the city's place
     */
    private record Troupe(
            List<String> names, List<String> companies, List<String> cities, String street, List<String> phone) {}

    private static final List<Troupe> TROUPES = List.of(
            new Troupe(
                    List.of(
                            "Anke Petersen/anke.petersen",
                            "Jörg Brandt/j.brandt",
                            "Katharina Öztürk/k.oeztuerk",
                            "Matthias Vogel/matthias.vogel",
                            "Sabine Krüger/sabine.krueger",
                            "Florian Lindner/florian.lindner",
                            "Heike Schäfer/heike.schaefer",
                            "Tobias Weidemann/t.weidemann",
                            "Renate Hofstätter/r.hofstaetter",
                            "Lukas Gruber/lukas.gruber",
                            "Mirjam Keller/mirjam.keller",
                            "Volker Thiessen/v.thiessen",
                            "Daniela Roth/daniela.roth",
                            "Stefan Amsel/stefan.amsel",
                            "Claudia Reimers/claudia.reimers",
                            "Benedikt Maurer/b.maurer",
                            "Gesa Lorenzen/gesa.lorenzen",
                            "Holger Fuchs/holger.fuchs"),
                    List.of(
                            "Hotel Seeblick GmbH/hotel-seeblick",
                            "Buchhandlung Lorenzen/buch-lorenzen",
                            "Praxis Dr. Hofstätter/praxis-hofstaetter",
                            "Architekten Amsel & Roth/amsel-roth",
                            "Café Zeitlos/cafe-zeitlos",
                            "Kanzlei Weidemann/kanzlei-weidemann"),
                    List.of("Hamburg/20457/DE", "Leipzig/04109/DE", "Wien/1070/AT", "Bremen/28195/DE"),
                    "Lindenstraße %d",
                    List.of("+4915121%06d", "+4915122%06d", "+4366412%06d", "+4915123%06d")),
            new Troupe(
                    List.of(
                            "Harriet Whitaker/harriet.whitaker",
                            "Callum Fletcher/c.fletcher",
                            "Priya Raman/priya.raman",
                            "Edward Bennett/e.bennett",
                            "Niamh Gallagher/niamh.gallagher",
                            "Oliver Hughes/oliver.hughes",
                            "Grace Sullivan/grace.sullivan",
                            "Tyler Foster/tyler.foster",
                            "Naomi Carter/naomi.carter",
                            "Ethan McKay/ethan.mckay",
                            "Madison Clarke/m.clarke",
                            "Derek Jefferson/derek.jefferson",
                            "Fiona Abernathy/fiona.abernathy",
                            "George Pemberton/george.pemberton",
                            "Hannah Osei/hannah.osei",
                            "Simon Trelawney/s.trelawney"),
                    List.of(
                            "Whitaker Interiors Ltd/whitaker-interiors",
                            "The Copper Kettle/copper-kettle",
                            "Foster & Sons/foster-sons",
                            "Pemberton Estates/pemberton-estates",
                            "Northlight Studio/northlight"),
                    List.of("Leeds/LS1 4AP/GB", "Bristol/BS1 5TR/GB", "Portland/97205/US", "Glasgow/G1 1XQ/GB"),
                    "%d Mill Lane",
                    List.of("+447400%06d", "+447401%06d", "+1503555%04d", "+447402%06d")),
            new Troupe(
                    List.of(
                            "Ольга Литвак/o.litvak",
                            "Дмитрий Соколенко/d.sokolenko",
                            "Марина Черных/m.chernykh",
                            "Сергей Бондарь/s.bondar",
                            "Анна Гусарова/a.gusarova",
                            "Тимур Ахметов/t.akhmetov",
                            "Елена Заречная/e.zarechnaya",
                            "Игорь Панов/i.panov",
                            "Вера Калинина/v.kalinina",
                            "Алексей Рябинин/a.ryabinin",
                            "Наталья Орехова/n.orekhova",
                            "Павел Дроздов/p.drozdov",
                            "Светлана Мироненко/s.mironenko",
                            "Кирилл Белозёров/k.belozerov"),
                    List.of(
                            "ООО «Чайная линия»/chaynaya-linia",
                            "Кофейня «Полдень»/cafe-polden",
                            "ИП Рябинин А. В./ryabinin",
                            "Гостиница «Заречная»/zarechnaya",
                            "Студия «Белый лист»/bely-list"),
                    List.of("Москва/101000/RU", "Казань/420111/RU", "Алматы/050000/KZ", "Пермь/614000/RU"),
                    "ул. Садовая, д. %d",
                    List.of("+791612%06d", "+791712%06d", "+770112%06d", "+791812%06d")));

    private Cast() {}

    /** Everybody, in an order that mixes the languages. */
    static List<Address> all() {
        List<Address> people = new ArrayList<>();
        int most =
                TROUPES.stream().mapToInt(troupe -> troupe.names().size()).max().orElseThrow();
        for (int generation = 0; generation < GENERATIONS; generation++) {
            for (int i = 0; i < most; i++) {
                for (Troupe troupe : TROUPES) {
                    if (i < troupe.names().size()) {
                        people.add(person(troupe, i, generation, people.size()));
                    }
                }
            }
        }
        return List.copyOf(people);
    }

    private static Address person(Troupe troupe, int index, int generation, int number) {
        Name first = Name.of(troupe, index);
        // Women and men take turns in the lists, so an even step keeps last names that have a gender.
        Name last = Name.of(troupe, index + 2 * generation);
        int place = (index + generation) % troupe.cities().size();
        String[] city = troupe.cities().get(place).split("/", -1);
        String[] company = (index + generation) % 3 == 0
                ? troupe.companies()
                        .get((index / 3 + generation) % troupe.companies().size())
                        .split("/", -1)
                : new String[] {"", "mail"};
        String phone = troupe.phone().get(place);
        int digits = (number * PHONE_STEP + 1234) % (phone.endsWith("%04d") ? PHONES / 100 : PHONES);
        return new Address(
                first.first(),
                last.last(),
                company[0],
                troupe.street().formatted(3 + number * 7 % 90),
                "",
                city[0],
                "",
                city[1],
                city[2],
                first.mailFirst() + "." + last.mailLast() + "@" + company[1] + ".example",
                phone.formatted(digits));
    }

    /** A name and how it is written in e-mail addresses. */
    private record Name(String first, String last, String mailFirst, String mailLast) {
        static Name of(Troupe troupe, int index) {
            String[] both = troupe.names().get(index % troupe.names().size()).split("/", 2);
            String[] words = both[0].split(" ", 2);
            String[] mail = both[1].split("\\.", 2);
            return new Name(words[0], words[1], mail[0], mail[1]);
        }
    }
}
