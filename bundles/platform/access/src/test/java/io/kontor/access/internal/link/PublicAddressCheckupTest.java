package io.kontor.access.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.telemetry.Finding;
import io.kontor.telemetry.Finding.Gravity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressCheckupTest {

    @ParameterizedTest
    @CsvSource({
        "'', DOUBTFUL",
        "crm.example.org, WRONG",
        "ftp://127.0.0.1, WRONG",
        "https://, WRONG",
        "https://127.0.0.1/crm, WRONG",
        "https://127.0.0.1, DOUBTFUL",
        "http://192.0.2.7, DOUBTFUL",
        "https://192.0.2.7/, FINE",
        "https://192.0.2.7:8443, FINE",
    })
    void anAddressIsJudgedByWhetherOthersCanReachIt(String address, Gravity gravity) {
        Finding finding = new PublicAddressCheckup(address).examine().get(0);
        assertEquals(gravity, finding.gravity(), finding.what());
    }
}
