from django.db import migrations

from findings.fulltext import index
from findings.models import generation


class Migration(migrations.Migration):
    dependencies = [("findings", "0001_initial")]

    operations = [
        migrations.RunPython(index.create, index.drop),
        migrations.RunPython(generation.create, generation.drop),
    ]
