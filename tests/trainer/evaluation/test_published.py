"""Published scores are only returned for the same set, number of images and protocol."""

from trainer.evaluation import published


def test_the_file_has_plausible_tables():
    sources = {each.source for each in published.tables()}
    assert {f"Chen et al. 2021, Table {number}" for number in (1, 2, 3, 4)} < sources
    for each in published.tables():
        for method, scores in each.psnr.items():
            found = [scores[scale] for scale in sorted(scores)]
            assert found == sorted(found, reverse=True), (each.source, each.set, method)
            assert all(15 < score < 40 for score in found)


def test_rows_end_at_the_last_published_scale():
    (table,) = published.tables_for("set5", 5, "benchmark")
    assert list(table.psnr["RDN"]) == [2, 3, 4]
    assert list(table.psnr["RDN-LIIF"]) == [2, 3, 4, 6, 8]


def test_one_set_may_have_several_tables():
    assert len(published.tables_for("DIV2K", 100, "div2k")) == 2
    (table,) = published.tables_for("DIV2K", 100, "mmediting")
    assert table.psnr.keys() == {"liif_edsr", "liif_rdn"}


def test_scores_of_another_number_of_images_or_protocol_are_not_returned():
    assert published.tables_for("DIV2K", 12, "div2k") == published.tables_for("Set5", 5, "div2k") == []
    assert "of 100 images, here are 12" in published.why_none("DIV2K", 12, "div2k")
    assert "by --protocol benchmark or mmediting" in published.why_none("Set5", 5, "div2k")
    assert published.why_none("Set5", 5, "benchmark") == published.why_none("holiday", 5, "div2k") == ""
