package vn.vonggac.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppearanceTest {

    @Test
    void aPictureSavedAnewOrScaledIsItself() throws IOException {
        Appearance banner = look(banner(1200, 200), "png");
        assertThat(banner.likeness(look(banner(1200, 200), "jpg"))).isGreaterThan(0.8);
        assertThat(banner.likeness(look(banner(600, 100), "png"))).isGreaterThan(0.8);
        assertThat(banner.width()).isEqualTo(1200);
    }

    @Test
    void anotherPictureIsAnother() throws IOException {
        Appearance banner = look(banner(1200, 200), "png");
        BufferedImage black = picture(1200, 200, Color.BLACK);
        Graphics2D drawing = black.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillOval(500, 20, 160, 160);
        assertThat(banner.likeness(look(black, "png"))).isLessThan(0.3);
        assertThat(look(picture(300, 300, Color.WHITE), "png")
                .likeness(look(picture(300, 300, Color.BLACK), "png"))).isLessThan(0.3);
    }

    @Test
    void whatItLooksLikeFitsAColumnAndComesBack() throws IOException {
        Appearance banner = look(banner(1200, 200), "png");
        assertThat(banner.text()).hasSizeLessThan(200);
        assertThat(Appearance.parse(banner.text()).likeness(banner)).isEqualTo(1);
    }

    @Test
    void whatIsNoPictureIsBrokenOrUnpacksToTooMuchHasNoLook() throws IOException {
        assertThat(Appearance.of("<html></html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        byte[] png = bytes(banner(1200, 200), "png");
        assertThat(Appearance.of(Arrays.copyOf(png, 40))).isEmpty();
        byte[] huge = png.clone();
        // width and height of the header, 60,000 each
        huge[18] = huge[22] = (byte) 0xea;
        huge[19] = huge[23] = 0x60;
        assertThat(Appearance.of(huge)).isEmpty();
    }

    static BufferedImage banner(int width, int height) {
        BufferedImage picture = picture(width, height, new Color(190, 20, 30));
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.YELLOW);
        drawing.fillOval(width / 20, height / 5, width / 10, height * 3 / 5);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(width / 4, height / 3, width / 2, height / 5);
        return picture;
    }

    private static BufferedImage picture(int width, int height, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(colour);
        drawing.fillRect(0, 0, width, height);
        return picture;
    }

    private static Appearance look(BufferedImage picture, String format) throws IOException {
        return Appearance.of(bytes(picture, format)).orElseThrow();
    }

    private static byte[] bytes(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }
}
