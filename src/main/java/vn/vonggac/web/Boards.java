package vn.vonggac.web;

import gg.jte.generated.precompiled.Templates;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** Shows boards. */
@Singleton
public final class Boards {

    private final Templates templates;

    Boards(Templates templates) {
        this.templates = templates;
    }

    public HttpResponse<String> show(Desk desk, Board board) {
        return Reply.page(templates.board(desk, board));
    }
}
