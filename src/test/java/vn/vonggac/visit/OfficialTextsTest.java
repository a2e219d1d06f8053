package vn.vonggac.visit;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import vn.vonggac.detect.Verdict;
import vn.vonggac.page.PageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What agencies write, in words of our own, with the words of the trades in it: none of it is an advertisement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialTextsTest {

    private static final List<String> TEXTS = List.of(
            "Công an tỉnh triệt phá đường dây đánh bạc qua mạng|Ngày 12/3, Công an tỉnh bắt giữ 14 đối tượng tổ chức cá độ "
                    + "bóng đá trên các trang nhà cái trực tuyến. Các đối tượng cấp tài khoản, nhận nạp rút tiền và trả "
                    + "hoa hồng cho đại lý. Tổng số tiền giao dịch hơn 500 tỷ đồng. Cơ quan điều tra đã khởi tố vụ án.",
            "Cảnh báo thủ đoạn mời chơi tài xỉu, nổ hũ trên mạng|Sở Thông tin cảnh báo người dân không truy cập các đường "
                    + "link lạ mời chơi tài xỉu, xóc đĩa, game bài đổi thưởng, nổ hũ. Đây là hành vi vi phạm pháp luật; "
                    + "người chơi có thể bị phạt tiền theo Nghị định 144/2021/NĐ-CP.",
            "Kết quả xổ số kiến thiết ngày 20/3|Giải đặc biệt: 482913. Giải nhất: 10294. Giải nhì: 55821, 90417. Công ty "
                    + "Xổ số kiến thiết mở thưởng công khai tại hội trường, có sự giám sát của Sở Tài chính.",
            "Nghị định về kinh doanh đặt cược đua ngựa, đua chó và bóng đá quốc tế|Chương I. Quy định chung. Điều 1. Phạm "
                    + "vi điều chỉnh: kinh doanh đặt cược, tỷ lệ trả thưởng, đối tượng được tham gia đặt cược, mức đặt "
                    + "cược tối đa một ngày, trách nhiệm của doanh nghiệp kinh doanh casino.",
            "Đội bóng đá huyện vô địch giải tỉnh|Trong trận chung kết, đội chủ nhà thắng 2-1 nhờ bàn thắng ở phút 88. "
                    + "Giải thưởng 30 triệu đồng được trao cho đội vô địch; vua phá lưới là cầu thủ số 9.",
            "Hội nghị triển khai dự án khu du lịch phức hợp có casino|Dự án được cấp chứng nhận đầu tư năm 2017, gồm "
                    + "khách sạn, sân gôn và điểm vui chơi có thưởng dành cho người nước ngoài theo giấy phép.",
            "Ngân hàng Chính sách xã hội cho vay học sinh, sinh viên|Mức vay tối đa 4 triệu đồng một tháng, lãi suất 6,6 % "
                    + "một năm, không phải thế chấp tài sản. Hồ sơ gồm giấy đề nghị vay vốn và giấy xác nhận của nhà trường.",
            "Lãi suất tiết kiệm và chương trình gửi tiền trúng thưởng|Quỹ tín dụng nhân dân thông báo lãi suất tiết kiệm kỳ "
                    + "hạn 12 tháng là 5,2 % và kết quả quay số trúng thưởng dành cho khách hàng gửi tiền.",
            "Tư vấn sức khỏe sinh sản và an toàn tình dục cho vị thành niên|Trung tâm Kiểm soát bệnh tật hướng dẫn sử dụng "
                    + "bao cao su đúng cách, phòng bệnh lây truyền qua đường tình dục, rối loạn cương dương và mãn dục nam.",
            "Thu hồi thuốc Sildenafil không đạt chất lượng|Cục Quản lý Dược thông báo thu hồi lô thuốc viên nén "
                    + "Sildenafil 100 mg (hoạt chất của Viagra) không rõ nguồn gốc, bán trên mạng xã hội.",
            "Bản án sơ thẩm về tội tổ chức đánh bạc|Tòa án nhân dân tuyên phạt bị cáo 3 năm tù về tội tổ chức đánh bạc theo "
                    + "Điều 322 Bộ luật Hình sự. Bị cáo dùng tài khoản nhà cái để nhận ghi lô đề, cá độ bóng đá.",
            "Phát hiện cơ sở làm bằng giả, chứng chỉ giả|Công an quận khám xét, thu giữ 200 phôi bằng đại học giả. Nhóm đối "
                    + "tượng đăng quảng cáo nhận làm bằng trên mạng rồi giao qua bưu điện.",
            "Cảnh giác với vay tiền qua app, tín dụng đen|Nhiều ứng dụng vay tiền nhanh không cần thế chấp với lãi suất "
                    + "“cắt cổ”. Người dân không cung cấp ảnh căn cước, danh bạ cho các ứng dụng này.",
            "Trang bị tấn công, thay đổi giao diện: hướng dẫn xử lý|Khi trang thông tin điện tử bị tin tặc chèn dòng chữ "
                    + "“Hacked by”, đơn vị cần cô lập máy chủ, lưu nhật ký và báo Trung tâm Giám sát an ninh mạng.",
            "Rà soát, gỡ bỏ liên kết quảng cáo cờ bạc trên cổng thông tin|Thực hiện công văn của Bộ, các đơn vị kiểm tra "
                    + "và gỡ các nội dung quảng cáo game bài, cá cược bị chèn trái phép vào trang thông tin điện tử.",
            "Giáo trình lý thuyết trò chơi|Chương 3 trình bày bài toán đỏ đen, chiến lược trong trò blackjack và poker, xác "
                    + "suất của trò tung đồng xu và máy đánh bạc nhiều cần (multi-armed bandit).",
            "Hội thi tìm hiểu pháp luật trực tuyến có thưởng|Người dự thi đăng ký tài khoản, trả lời 20 câu hỏi; ban tổ "
                    + "chức trao 1 giải nhất, 2 giải nhì và 10 giải khuyến khích bằng tiền mặt.",
            "Phòng, chống nghiện trò chơi điện tử ở học sinh|Phụ huynh cần để ý khi con nạp tiền vào game, mua thẻ cào, đổi "
                    + "vật phẩm; một số trò chơi có vòng quay may mắn mang tính chất cờ bạc.",
            "Cảnh báo thủ đoạn lôi kéo chơi trên ứng dụng|Bộ Công an cảnh báo thủ đoạn lôi kéo người dân chơi tài xỉu, bắn cá "
                    + "trên Sunwin, Go88. Khi nạp tiền, người chơi được cho thắng nhỏ vài lần rồi mất trắng.",
            "Lịch họp trực tuyến|Link vào phòng họp: đơn vị đăng nhập trước 15 phút bằng mã được cấp.",
            "Hỏi đáp pháp luật|Chơi tiến lên, phỏm ăn tiền có bị xử lý hình sự không? Căn cứ khoản 1 Điều 321, người nào "
                    + "đánh bạc trái phép từ 5.000.000 đồng trở lên thì bị phạt.",
            "大使館からのお知らせ|オンラインカジノの利用は犯罪です。賭博は法律で禁止されています。",
            "Advisory on web site defacement|Pages were defaced by unknown actors. Attackers inject SEO spam such as slot gacor through a web shell. "
                    + "Mitigation: patch and rotate credentials; staff restored the page, no data was accessed.",
            "Tư vấn nam khoa|Người bệnh không tự ý mua thuốc cường dương trôi nổi; bác sĩ kê sildenafil theo chỉ định.",
            "Tin an ninh mạng|Nhóm tin tặc tuyên bố tấn công hàng loạt website, nhiều trang hiện dòng “Hacked by”; VNCERT "
                    + "khuyến nghị các đơn vị cập nhật.",
            "Bài giảng bảo mật|Ví dụ một trang bị chèn mã, khẩu hiệu “pwned” của tin tặc; bài tập tìm webshell.",
            "Notice to customers|Phishing sites imitate our bank. Do not connect your wallet, never share a seed phrase.",
            "Lễ hội chọi gà, đua thuyền đầu xuân|Ban tổ chức nghiêm cấm cá cược, đánh bạc dưới mọi hình thức tại lễ hội; lực "
                    + "lượng công an xã tuần tra, xử lý người chơi xóc đĩa, bầu cua ăn tiền.",
            "Tuyên truyền về bảo vệ môi trường nuôi trồng thủy sản|Người dân không nổ mìn, kích điện đánh bắt cá; ban quản "
                    + "lý hồ thả bổ sung 20 vạn cá giống và kiểm tra các bến cá.");

    private final ApplicationContext context = ApplicationContext.builder().environments("cli")
            .deduceEnvironment(false).start();

    @AfterAll
    void close() {
        context.close();
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void whatAnAgencyWritesAboutATradeIsClean(String text) {
        String[] parts = text.split("\\|", 2);
        Verdict verdict = judge(
                "<html lang=vi><title>" + parts[0] + "</title><nav><a href='/'>Trang chủ</a></nav><main><h1>"
                        + parts[0] + "</h1><p>" + parts[1]
                        + "</p></main><footer>Cơ quan chủ quản: Ủy ban nhân dân</footer>");

        assertThat(verdict.level()).as(verdict.findings().toString()).isEqualTo(Verdict.Level.CLEAN);
    }

    private Verdict judge(String html) {
        PageSource source = new PageSource("https://tan-phu.example.gov.vn/tin-tuc/bai-viet",
                html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), false);
        return context.getBean(OnePath.class).judge(Look.given(source, Optional.empty())).verdict();
    }
}
