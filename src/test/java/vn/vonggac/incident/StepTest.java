package vn.vonggac.incident;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vonggac.detect.Messages;
import vn.vonggac.incident.Step.Deed;

import static org.assertj.core.api.Assertions.assertThat;

/** A line of the log is the same words for every reader: nothing in it is written as a program writes it. */
class StepTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CLOSED        | true-positive: đã gỡ        | đóng | đã xử lý xong: đã gỡ
            CLOSED        | false-positive              | đóng | báo sai
            SEVERITY_SET  | critical: nhiều trang       | đặt mức độ | Nghiêm trọng: nhiều trang
            GRAVITY_SET   | national: chỉ đạo           | đặt tính chất | ảnh hưởng an ninh, trật tự: chỉ đạo
            CLOCK_STOPPED | report                      | dừng đồng hồ | Báo cáo sự cố
            CLOCK_STOPPED | own: công văn 12            | dừng đồng hồ | own: công văn 12
            WORSENED      | COMPROMISED                 | nặng hơn | Bị cài nội dung
            CLEAN_ROUND   | 2                           | một vòng sạch | (vòng thứ 2)
            SILENCED      | 7                           | tạm ẩn | theo tạm ẩn số 7
            INHIBITED     | unreachable                 | gộp vào sự cố lớn hơn | Không truy cập được
            PLAYBOOK      | remove: Gỡ nội dung         | đã làm bước | Gỡ nội dung
            NOTED         | Xem http://a.example/x rồi gỡ. | ghi chú | Xem hxxp[:]//a[.]example/x rồi gỡ.
            """)
    void whatAPersonOrAProgramNotedIsReadInWords(Deed deed, String note, String done, String noted) {
        Step step = new Step(Instant.EPOCH, "an", deed, note);
        assertThat(step.done(Messages.VIETNAMESE)).isEqualTo(done);
        assertThat(step.noted(Messages.VIETNAMESE)).isEqualTo(noted);
        assertThat(step.who()).isEqualTo("an");
    }

    @Test
    void theServiceSignsWithItsNameAndItsAddressesLeadNowhere() {
        Step step = Step.byService(Instant.EPOCH, Deed.RAISED, "https://s1.example/tin");
        assertThat(step.who()).isEqualTo("Vọng Gác");
        assertThat(step.noted(Messages.ENGLISH)).isEqualTo("hxxps[:]//s1[.]example/tin");
        assertThat(Step.byService(Instant.EPOCH, Deed.CLOSED, "true-positive").noted(Messages.ENGLISH))
                .isEqualTo("a true attack, dealt with");
    }
}
