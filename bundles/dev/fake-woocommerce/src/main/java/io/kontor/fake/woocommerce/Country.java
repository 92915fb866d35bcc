package io.kontor.fake.woocommerce;

import java.util.List;
import java.util.Locale;

/**
 * What people of a country are called, where they live and how they write their phone.
 *
 * @param code ISO 3166-1 alpha-2
 * @param first first names; {@code name/ascii} where the e-mail needs another spelling
 * @param last last names, likewise
 * @param cities {@code name/postcode/state}
 * @param street with {@code %d} for the number
 * @param phone international notation, {@code #} for a digit
 * @param national the same number as people there write it
 */
record Country(
        String code,
        List<String> first,
        List<String> last,
        List<String> cities,
        String street,
        String phone,
        String national) {

    static final List<Country> ALL = List.of(
            new Country(
                    "DE",
                    List.of("Anna", "Lukas", "Sophie", "Jürgen/juergen", "Katrin", "Matthias", "Heike", "Tobias"),
                    List.of(
                            "Weber",
                            "Schäfer/schaefer",
                            "Köhler/koehler",
                            "Brandt",
                            "Vogel",
                            "Lindner",
                            "Krüger/krueger"),
                    List.of("Berlin/10115/BE", "Hamburg/20095/HH", "Leipzig/04109/SN", "Köln/50667/NW"),
                    "Lindenstraße %d",
                    "+491512#######",
                    "01512 #######"),
            new Country(
                    "GB",
                    List.of("Oliver", "Emily", "Harriet", "George", "Niamh", "Callum", "Priya", "Edward"),
                    List.of("Whitaker", "Hughes", "O'Connor/oconnor", "Bennett", "Clarke", "Fletcher", "Patel"),
                    List.of("Leeds/LS1 4AP/", "Bristol/BS1 5TR/", "Glasgow/G1 1XQ/", "York/YO1 7HH/"),
                    "%d Mill Lane",
                    "+447400######",
                    "07400 ######"),
            new Country(
                    "US",
                    List.of("Madison", "Ethan", "Grace", "Tyler", "Naomi", "Carlos", "Hannah", "Derek"),
                    List.of("Sullivan", "Ramirez", "Foster", "Nguyen", "Carter", "McKay", "Jefferson"),
                    List.of("Austin/78701/TX", "Portland/97205/OR", "Denver/80202/CO", "Boston/02108/MA"),
                    "%d Maple Avenue",
                    "+12125######",
                    "(212) 5## ####"),
            new Country(
                    "RU",
                    List.of("Иван/ivan", "Анна/anna", "Дмитрий/dmitry", "Ольга/olga", "Сергей/sergey", "Марина/marina"),
                    List.of("Соколенко/sokolenko", "Литвак/litvak", "Черных/chernykh", "Бондарь/bondar", "Гусар/gusar"),
                    List.of("Москва/101000/", "Казань/420111/", "Томск/634050/", "Пермь/614000/"),
                    "ул. Садовая, д. %d",
                    "+7916#######",
                    "8 (916) ###-####"),
            new Country(
                    "FR",
                    List.of("Camille", "Théo/theo", "Élodie/elodie", "Hugo", "Margaux", "Benoît/benoit", "Inès/ines"),
                    List.of("Lefèvre/lefevre", "Moreau", "Girard", "Dubois", "Roussel", "Marchand", "Perrin"),
                    List.of("Lyon/69002/", "Nantes/44000/", "Lille/59000/", "Toulouse/31000/"),
                    "%d rue des Tilleuls",
                    "+336#######1",
                    "06#######1"),
            new Country(
                    "PL",
                    List.of("Agnieszka", "Paweł/pawel", "Zofia", "Marek", "Małgorzata/malgorzata", "Tomasz"),
                    List.of("Wójcik/wojcik", "Kamiński/kaminski", "Zieliński/zielinski", "Mazur", "Król/krol"),
                    List.of("Kraków/31-001/", "Gdańsk/80-831/", "Wrocław/50-101/", "Łódź/90-001/"),
                    "ul. Lipowa %d",
                    "+48501######",
                    "501 ######"),
            new Country(
                    "IT",
                    List.of("Giulia", "Marco", "Chiara", "Lorenzo", "Francesca", "Davide", "Niccolò/niccolo"),
                    List.of("Ferrari", "Colombo", "Ricci", "Marino", "Gallo", "Fontana", "Barbieri"),
                    List.of("Bologna/40121/BO", "Torino/10121/TO", "Bari/70121/BA", "Verona/37121/VR"),
                    "Via dei Tigli %d",
                    "+39320#######",
                    "320 #######"),
            new Country(
                    "ES",
                    List.of("Lucía/lucia", "Javier", "Carmen", "Álvaro/alvaro", "Nuria", "Sergio", "Begoña/begona"),
                    List.of("Navarro", "Ortega", "Muñoz/munoz", "Serrano", "Castillo", "Iglesias", "Peña/pena"),
                    List.of("Valencia/46001/V", "Sevilla/41001/SE", "Bilbao/48001/BI", "Granada/18001/GR"),
                    "Calle del Olmo %d",
                    "+34612######",
                    "612 ######"));

    /** The part before the slash, as it is shown. */
    static String shown(String word) {
        int slash = word.indexOf('/');
        return slash < 0 ? word : word.substring(0, slash);
    }

    /** The part after the slash, or the word itself, in lower case. */
    static String ascii(String word) {
        return word.substring(word.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
